namespace Junheng.Documents.Tables;

/// <summary>Gives a cell of a workbook again: from its column where that was read, else by another pass over the sheet.</summary>
internal sealed class WorkbookCellTexts(WorkbookColumn[] columns, Func<int, int, string> readAgain) : ICellTexts
{
    public string CellText(int row, int sourceRow, int column) => column < columns.Length && columns[column].Use != ColumnUse.Ignore
        ? columns[column].CellText(row)
        : readAgain(sourceRow, column);
}
