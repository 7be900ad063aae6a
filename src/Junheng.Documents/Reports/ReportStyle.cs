namespace Junheng.Documents.Reports;

/// <summary>How a cell of a report looks. The value is the index of its cell format; <see cref="ReportStyles"/> holds the table.</summary>
internal enum ReportStyle
{
    /// <summary>Nothing special, no border.</summary>
    Plain,

    /// <summary>The title on the cover.</summary>
    CoverTitle,

    /// <summary>A line on the cover.</summary>
    CoverLine,

    /// <summary>A sheet's title.</summary>
    Title,

    /// <summary>A line under the title, at the left.</summary>
    Caption,

    /// <summary>The same at the right: units.</summary>
    CaptionRight,

    /// <summary>A table head.</summary>
    Head,

    /// <summary>A label inside a table.</summary>
    Label,

    /// <summary>Words, at the left.</summary>
    Text,

    /// <summary>Words, in the middle.</summary>
    Center,

    /// <summary>A number without decimals.</summary>
    Number0,

    /// <summary>With one decimal.</summary>
    Number1,

    /// <summary>With two decimals.</summary>
    Number2,

    /// <summary>With three decimals.</summary>
    Number3,

    /// <summary>An amount with grouped thousands, two decimals.</summary>
    Amount,

    /// <summary>A number with all its digits.</summary>
    Exact,

    /// <summary>Met; the word says it too.</summary>
    Met,

    /// <summary>Below the norm, not below the floor.</summary>
    Near,

    /// <summary>Below the floor, or not met.</summary>
    NotMet,

    /// <summary>A coefficient above its limit: three decimals and a star.</summary>
    AboveLimit,

    /// <summary>Missing or undecided.</summary>
    Unknown,

    /// <summary>A foot-note.</summary>
    Note,

    /// <summary>A line to sign on.</summary>
    Sign,
}
