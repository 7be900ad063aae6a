using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Domain.Returns;

/// <summary>Where a school's return stands. The words are those of the statistics software.</summary>
public enum ReturnState : byte
{
    /// <summary>未填: nothing has been entered.</summary>
    Blank = 0,

    /// <summary>已保存: entered by the school, not yet handed in.</summary>
    Saved = 1,

    /// <summary>已上报: handed in; the school can no longer change it.</summary>
    Submitted = 2,

    /// <summary>退回: sent back with a reason; the school changes it and hands it in again.</summary>
    SentBack = 3,

    /// <summary>已审核: approved by the bureau; the principal may confirm or contest it.</summary>
    Approved = 4,

    /// <summary>已冻结: part of a frozen year; changes only by a new version that two people make.</summary>
    Frozen = 5,
}

/// <summary>Names of the states.</summary>
public static class ReturnStates
{
    private static readonly ImmutableArray<(string Id, LocalizedText Name)> _names =
    [
        ("blank", new("未填", "blank")),
        ("saved", new("已保存", "saved")),
        ("submitted", new("已上报", "submitted")),
        ("sent_back", new("退回", "sent back")),
        ("approved", new("已审核", "approved")),
        ("frozen", new("已冻结", "frozen")),
    ];

    /// <summary>Every state, in the order of the flow.</summary>
    public static ImmutableArray<ReturnState> All { get; } = [.. Enum.GetValues<ReturnState>()];

    /// <summary>Its public id.</summary>
    public static string Id(this ReturnState state) => _names[(int)state].Id;

    /// <summary>Its name for people.</summary>
    public static LocalizedText Name(this ReturnState state) => _names[(int)state].Name;

    /// <summary>Whether the school may change the figures.</summary>
    public static bool IsOpenToSchool(this ReturnState state) => state is ReturnState.Blank or ReturnState.Saved or ReturnState.SentBack;
}
