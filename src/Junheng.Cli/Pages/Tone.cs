namespace Junheng.Cli.Pages;

/// <summary>How a piece of text is coloured where colour may be used. Words always say the same without it.</summary>
internal enum Tone
{
    /// <summary>As the window has it.</summary>
    Plain,

    /// <summary>Headings.</summary>
    Strong,

    /// <summary>What is less important.</summary>
    Quiet,

    /// <summary>Met.</summary>
    Good,

    /// <summary>Not met, refused.</summary>
    Bad,

    /// <summary>Undecided, warnings.</summary>
    Doubtful,
}
