using Junheng.Documents.Tables;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>A small valid table of schools that a test spoils, as CSV and as xlsx.</summary>
internal sealed class SchoolSheet
{
    private readonly List<string> _headings;
    private readonly List<List<object?>> _rows = [];

    private SchoolSheet(IEnumerable<string> headings) => _headings = [.. headings];

    /// <summary>A unit table: two primary schools and a junior school. Data rows are 2, 3 and 4.</summary>
    public static SchoolSheet Units() => new SchoolSheet([
        "county_code", "school_code", "stage", "enrolment", "above_degree_teachers", "backbone_teachers", "pe_art_teachers",
        "teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms", "school_type"])
        .Row("210101", "2101010001", "primary", 500, 30, 6, 5, 2500, 4000, 1200000, 12, "primary")
        .Row("210101", "2101010002", "primary", 400, 24, 5, 4, 2000, 3200, 1000000, 10, "primary")
        .Row("210101", "2101010003", "junior", 300, 24, 4, 3, 2000, 3300, 900000, 8, "junior");

    /// <summary>A school table: a primary school, a nine-year school, a complete secondary school. Data rows are 2, 3 and 4.</summary>
    public static SchoolSheet Schools() => new SchoolSheet([
        "county_code", "school_code", "school_type", "enrolment_primary", "enrolment_junior", "enrolment_senior",
        "above_degree_teachers_primary", "above_degree_teachers_junior", "backbone_teachers_primary", "backbone_teachers_junior",
        "pe_art_teachers_primary", "pe_art_teachers_junior", "teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms"])
        .Row("210101", "2101010001", "primary", 500, null, null, 30, null, 6, null, 5, null, 2500, 4000, 1200000, 12)
        .Row("210101", "2101010002", "nine_year", 400, 300, null, 24, 24, 5, 4, 4, 3, 4500, 7000, 2000000, 20)
        .Row("210101", "2101010003", "complete_secondary", null, 300, 600, null, 24, null, 4, null, 3, 5000, 8000, 2500000, 25);

    public SchoolSheet Row(params object?[] cells)
    {
        _rows.Add([.. cells]);
        return this;
    }

    /// <summary>Writes a cell; rows are counted as Excel does, so that the first row of data is 2.</summary>
    public SchoolSheet Set(int row, string column, object? value)
    {
        var cells = _rows[row - 2];
        var at = At(column);
        while (cells.Count <= at)
        {
            cells.Add(null);
        }

        cells[at] = value;
        return this;
    }

    /// <summary>A column more, with the same cell in every row.</summary>
    public SchoolSheet With(string heading, object? value)
    {
        _headings.Add(heading);
        for (var row = 2; row < _rows.Count + 2; row++)
        {
            Set(row, heading, value);
        }

        return this;
    }

    public SchoolSheet Without(params string[] columns)
    {
        foreach (var at in columns.Select(At).OrderDescending())
        {
            _headings.RemoveAt(at);
            _rows.ForEach(row => row.RemoveAt(at));
        }

        return this;
    }

    public SchoolSheet WithoutRows(params int[] rows)
    {
        foreach (var row in rows.OrderDescending())
        {
            _rows.RemoveAt(row - 2);
        }

        return this;
    }

    public SchoolSheet Rename(string column, string heading)
    {
        _headings[At(column)] = heading;
        return this;
    }

    /// <summary>The cell's name in this sheet, e.g. <c>D2</c>.</summary>
    public string Cell(int row, string column) => Domain.Findings.Origin.CellName(row, _headings.LastIndexOf(column));

    public byte[] Csv()
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, _headings, _rows);
        return stream.ToArray();
    }

    /// <summary>A workbook with the sheet 学校; texts are stored as text, numbers as numbers.</summary>
    public byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new WorkbookSheet("学校", [.. _headings.Select(heading => new WorkbookHeading(heading))], [.. _rows]));
        return stream.ToArray();
    }

    private int At(string column) => _headings.IndexOf(column) is >= 0 and var at ? at : throw new ArgumentException(column, nameof(column));
}
