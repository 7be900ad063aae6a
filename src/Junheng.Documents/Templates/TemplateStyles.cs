namespace Junheng.Documents.Templates;

/// <summary>The styles of a template by their index: white is filled in, blue is computed, light blue is only there to compare with.</summary>
internal static class TemplateStyles
{
    public const int Heading = 1;
    public const int RequiredHeading = 2;
    public const int ComputedHeading = 3;
    public const int InputText = 4;
    public const int InputNumber = 5;
    public const int Computed = 6;
    public const int ReferenceText = 7;
    public const int ReferenceNumber = 8;
    public const int Title = 9;
    public const int Note = 10;
    public const int BoxedNote = 11;

    /// <summary>For the whole column, so that rows beyond the prepared ones can be filled in too.</summary>
    public const int OpenText = 12;

    public const int OpenNumber = 13;

    public const int ComputedWhole = 14;

    private const string Centred = "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>";
    private const string Left = "<alignment vertical=\"center\" wrapText=\"1\"/>";
    private const string Middle = "<alignment vertical=\"center\"/>";
    private const string Unlocked = Middle + "<protection locked=\"0\"/>";
    private const string Side = " style=\"thin\"><color rgb=\"FFA6A6A6\"/>";

    /// <summary>What is inside the styles' part.</summary>
    public static string Elements { get; } =
        "<fonts count=\"4\">" + Font("", "10", "FF000000") + Font("<b/>", "10", "FF000000") + Font("<b/>", "10", "FFC00000") + Font("<b/>", "14", "FF000000") + "</fonts>"
        + "<fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>" + Fill("FFF2F2F2") + Fill("FFBDD7EE") + Fill("FFDDEBF7") + "</fills>"
        + $"<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left{Side}</left><right{Side}</right><top{Side}</top><bottom{Side}</bottom><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"15\">"
        + Format(0, 0, 0, 0, "")
        + Format(49, 1, 2, 1, Centred)
        + Format(49, 2, 2, 1, Centred)
        + Format(49, 1, 3, 1, Centred)
        + Format(49, 0, 0, 1, Unlocked)
        + Format(0, 0, 0, 1, Unlocked)
        + Format(2, 0, 3, 1, Middle)
        + Format(49, 0, 4, 1, Middle)
        + Format(0, 0, 4, 1, Middle)
        + Format(49, 3, 0, 0, Centred)
        + Format(49, 0, 0, 0, Left)
        + Format(49, 0, 0, 1, Left)
        + Format(49, 0, 0, 0, Unlocked)
        + Format(0, 0, 0, 0, Unlocked)
        + Format(1, 0, 3, 1, Middle)
        + "</cellXfs>";

    private static string Font(string bold, string size, string colour) => $"<font>{bold}<sz val=\"{size}\"/><color rgb=\"{colour}\"/><name val=\"宋体\"/><charset val=\"134\"/></font>";

    private static string Fill(string colour) => $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";

    private static string Format(int number, int font, int fill, int border, string inside) =>
        $"<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\">{inside}</xf>";
}
