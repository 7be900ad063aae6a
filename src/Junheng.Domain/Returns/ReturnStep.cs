namespace Junheng.Domain.Returns;

/// <summary>What somebody does to a return.</summary>
public enum ReturnStep : byte
{
    /// <summary>保存: store figures as a new version.</summary>
    Save = 0,

    /// <summary>上报: hand it in.</summary>
    Submit = 1,

    /// <summary>撤回: take it back before anybody has reviewed it.</summary>
    Withdraw = 2,

    /// <summary>退回: send it back with a reason.</summary>
    SendBack = 3,

    /// <summary>审核通过: approve it.</summary>
    Approve = 4,

    /// <summary>冻结: make it part of a frozen year.</summary>
    Freeze = 5,

    /// <summary>解冻: open a frozen return for a new version; two people.</summary>
    Reopen = 6,
}
