namespace Junheng.Documents.Tables;

/// <summary>The format of a table file, judged by its content.</summary>
public enum TableFormat : byte
{
    /// <summary>Text with separated cells.</summary>
    Csv = 0,

    /// <summary>An Office Open XML workbook.</summary>
    Xlsx = 1,

    /// <summary>A binary workbook of Excel 97–2003.</summary>
    Xls = 2,
}
