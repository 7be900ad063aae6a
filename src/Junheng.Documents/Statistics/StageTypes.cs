using Junheng.Assessment.Units;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>Tells a school's type from its stages where a school table does not give it.</summary>
internal static class StageTypes
{
    /// <summary>The types as given; where one is not, told from the stages with pupils, or else from the stages whose enrolment is given at all.</summary>
    public static SchoolType[] Fill(SchoolType[]? given, IReadOnlyDictionary<string, NumberColumn> figures, int rows)
    {
        var types = given is null ? new SchoolType[rows] : [.. given];
        for (var row = 0; row < types.Length; row++)
        {
            if (types[row] == SchoolType.Unknown)
            {
                types[row] = Of(stage => Pupils(figures, stage, row));
            }
        }

        return types;
    }

    /// <summary>Tells the types of schools with campuses again, where the sheet gives none: a campus may add a stage.</summary>
    public static void FillMerged(StatisticsTable table)
    {
        var campuses = Campuses.Of(table);
        foreach (var main in campuses.Mains.Where(main => !table.PartOf(main).SourceColumns.ContainsKey("school_type")))
        {
            table.PartOf(main).SchoolTypes![main.Row] = Of(stage =>
            {
                var figures = campuses.RowsOf(main).Select(row => table.PartOf(row).PupilsOf(row.Row, stage)).OfType<double>().ToList();
                return figures.Count == 0 ? null : figures.Sum();
            });
        }
    }

    /// <summary>The type of a school by its pupils; a stage without figure is null.</summary>
    public static SchoolType Of(Func<Stage, double?> pupils)
    {
        SchoolType From(Func<double?, bool> counts) => SchoolTypes.FromStages(counts(pupils(Stage.Primary)), counts(pupils(Stage.Junior)), counts(pupils(Stage.Senior)));
        return Stages.All.Any(stage => pupils(stage) > 0) ? From(figure => figure > 0) : From(figure => figure is not null);
    }

    /// <summary>The stages that schools of a type have for certain; none for special, vocational and untyped ones, which may have any.</summary>
    public static IEnumerable<Stage> CertainStages(SchoolType type) =>
        type is SchoolType.Unknown or SchoolType.Special or SchoolType.Vocational ? [] : Stages.All.Where(stage => type.CanHave(stage));

    private static double? Pupils(IReadOnlyDictionary<string, NumberColumn> figures, Stage stage, int row) =>
        figures.TryGetValue($"enrolment_{stage.Id()}", out var column) ? column.Value(row) : null;
}
