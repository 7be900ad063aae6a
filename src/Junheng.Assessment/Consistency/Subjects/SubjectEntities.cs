using System.Collections.Concurrent;
using Junheng.Domain.Schools;
using Junheng.Formulas;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Consistency.Subjects;

/// <summary>The schools, units and counties of a table as formulas see them, for exact evaluation. Safe for many threads.</summary>
internal sealed class SubjectEntities(CheckedSchools schools, CheckColumns meanings)
{
    private readonly ConcurrentDictionary<CheckColumn, ColumnCells> _cells = new();

    public CheckedSchools Schools => schools;

    public IFormulaEntity School(int school) => new SchoolSubject(this, school);

    public IFormulaEntity Unit(int unit) => new UnitSubject(this, unit);

    public IFormulaEntity County(int county) => new CountySubject(this, county);

    /// <summary>The cells of a column.</summary>
    public ColumnCells CellsOf(CheckColumn column) => _cells.GetOrAdd(column, key => new ColumnCells(schools, key));

    /// <summary>The figure, flag or code of a column.</summary>
    private FormulaValue Value(FormulaColumn column, int subject)
    {
        if (meanings[column] is not { } meaning)
        {
            return FormulaValue.Of(SubjectTexts.HasParent(schools, subject));
        }

        if (meaning.Rule == CellRule.Code)
        {
            var code = column.Name == "stage" ? (byte)schools.Units[subject].Stage : SubjectTexts.CodeOf(schools, subject, column.Name);
            return code == 0 ? FormulaValue.MissingOf() : FormulaValue.Of(SubjectTexts.TextsOf(column.Name)[code]);
        }

        return CellsOf(meaning).Exact(subject) is not { } figure ? FormulaValue.MissingOf()
            : column.Kind == FormulaKind.Truth ? FormulaValue.Of(figure.Sign != 0)
            : FormulaValue.Of(figure);
    }

    private sealed class UnitSubject(SubjectEntities all, int unit) : IFormulaEntity
    {
        public string Label => all.Schools.Units[unit].Stage.Id();

        public IFormulaEntity? Parent => all.School(all.Schools.Units[unit].School);

        public FormulaValue Value(FormulaColumn column) => all.Value(column, unit);

        public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => null;
    }

    private sealed class SchoolSubject(SubjectEntities all, int school) : IFormulaEntity
    {
        public string Label => all.Schools.Schools[school].Code;

        public IFormulaEntity? Parent => all.County(all.Schools.Schools[school].County);

        public FormulaValue Value(FormulaColumn column) => all.Value(column, school);

        public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => collection == "units"
            ? [.. Enumerable.Range(all.Schools.Schools[school].FirstUnit, all.Schools.Schools[school].Units).Select(all.Unit)]
            : null;
    }

    private sealed class CountySubject(SubjectEntities all, int county) : IFormulaEntity
    {
        public string Label => all.Schools.Counties[county].Code;

        public IFormulaEntity? Parent => null;

        public FormulaValue Value(FormulaColumn column) =>
            all.Schools.Counties[county].Year is var year and > 0 ? FormulaValue.Of(year) : FormulaValue.MissingOf();

        public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => collection == "schools"
            ? [.. Enumerable.Range(all.Schools.Counties[county].Start, all.Schools.Counties[county].Count).Select(all.School)]
            : null;
    }
}
