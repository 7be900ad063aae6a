namespace Junheng.Application.Access;

/// <summary>What somebody wants to do; every endpoint names one.</summary>
public enum AccessAction
{
    /// <summary>Look after one's own account: everybody who is signed in.</summary>
    OwnAccount,

    /// <summary>See figures, verdicts and the files that they come from (查看).</summary>
    ViewFigures,

    /// <summary>Enter and import figures (填报).</summary>
    EnterFigures,

    /// <summary>Review what was entered (审核).</summary>
    ReviewFigures,

    /// <summary>Confirm or contest a school's figures (确认或异议).</summary>
    ConfirmFigures,

    /// <summary>Keep scenarios and plans over a county's figures (保存情景、方案); the figures themselves are only read.</summary>
    KeepScenarios,

    /// <summary>See who has an account and which grants.</summary>
    ViewPeople,

    /// <summary>Make, block and reset accounts.</summary>
    ManageAccounts,

    /// <summary>Change the settings of the installation.</summary>
    ManageSettings,

    /// <summary>Give and end grants, name deputies, hand over.</summary>
    ManageGrants,

    /// <summary>Be the second person for a grant of one of the three powers.</summary>
    CountersignGrants,

    /// <summary>Read the audit trail.</summary>
    ReadAudit,
}
