using System.Collections.Immutable;
using Junheng.Assessment.Retention;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Structure;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>Reads the teacher ratios and cohorts that a bureau watches beside the evaluation.</summary>
public static class WatchedFile
{
    /// <summary>Those that come with the product.</summary>
    /// <exception cref="InvalidDataException">The file beside the program is absent or unsound.</exception>
    public static WatchedFigures BesideProgram()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "standards", "watched.yaml");
        return File.Exists(path) && Read(File.ReadAllText(path), Path.GetFileName(path)) is { } watched ? watched : throw new InvalidDataException($"{path} is absent or unsound.");
    }

    /// <summary>Those of a text; null when it is unsound.</summary>
    public static WatchedFigures? Read(string text, string file)
    {
        var reader = new DefinitionReader(Language.Zh);
        if (reader.Map(YamlDefinition.Read(text, file, reader), "watched") is not { } map)
        {
            return null;
        }

        reader.AllowOnly(map, "checked_on", "ratios", "quality", "sizes", "cohorts");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ratios = reader.Maps(map, "ratios", required: true).Select(each => Ratio(each, taken, reader)).ToList();
        var cohorts = reader.Maps(map, "cohorts", required: true).Select(each => Cohort(each, taken, reader)).ToList();
        var quality = reader.Maps(map, "quality").Select(each => Ratio(each, taken, reader)).ToList();
        var sizes = map["sizes"] is { } node ? Sizes(reader.Map(node, "sizes"), reader) : SizeCaps.None;
        return reader.HasErrors || sizes is null ? null : new WatchedFigures([.. ratios.OfType<TeacherRatio>()], [.. cohorts.OfType<Cohort>()], [.. quality.OfType<TeacherRatio>()], sizes);
    }

    private static TeacherRatio? Ratio(DefinitionNode.Map map, HashSet<string> taken, DefinitionReader reader)
    {
        reader.AllowOnly(map, "id", "title", "short", "numerator", "denominator", "norm", "source", "mark");
        return reader.Name(map, "id", taken) is { } id && reader.Localized(map, "title", required: true) is { } title
            && reader.Text(map, "numerator", required: true) is { } numerator && reader.Text(map, "denominator", required: true) is { } denominator
                ? new TeacherRatio(id, title, reader.Localized(map, "short") ?? title, numerator, denominator, Source(map, reader)) { Norm = map["norm"] is { } norm ? reader.Decimal(norm, "norm") : null }
                : null;
    }

    private static Cohort? Cohort(DefinitionNode.Map map, HashSet<string> taken, DefinitionReader reader)
    {
        reader.AllowOnly(map, "id", "title", "first_grade", "last_grade", "item", "norm", "source", "mark");
        if (reader.Name(map, "id", taken) is not { } id || reader.Localized(map, "title", required: true) is not { } title
            || Grade(map, "first_grade", reader) is not { } first || Grade(map, "last_grade", reader) is not { } last || last <= first)
        {
            return null;
        }

        ImmutableArray<Stage> stages = [.. Enumerable.Range(first, last - first + 1).Select(Assessment.Retention.Cohort.StageOf).Distinct()];
        return new Cohort(id, title, first, last, stages, reader.Text(map, "item"), map["norm"] is { } norm ? reader.Decimal(norm, "norm") : null, Source(map, reader));
    }

    private static SizeCaps? Sizes(DefinitionNode.Map? map, DefinitionReader reader)
    {
        if (map is null)
        {
            return null;
        }

        reader.AllowOnly(map, "school_item", "class_item", "years", "source", "mark");
        return reader.Text(map, "school_item", required: true) is { } school && reader.Text(map, "class_item", required: true) is { } classes && Grade(map, "years", reader) is { } years
            ? new SizeCaps(school, classes, years, Source(map, reader))
            : null;
    }

    private static int? Grade(DefinitionNode.Map map, string key, DefinitionReader reader)
    {
        const int most = 9;
        if (map[key] is { } node && reader.Decimal(node, key) is { IsInteger: true, Sign: > 0 } grade && grade <= Rational.FromInteger(most))
        {
            return (int)grade.Numerator;
        }

        reader.Report("watched.grade", map.At, new($"“{key}”应为 1 到 9 的整数", $"'{key}' is a whole number from 1 to 9"), new("改成年级", "Give a grade"));
        return null;
    }

    private static RuleSource Source(DefinitionNode.Map map, DefinitionReader reader) =>
        new(reader.Text(map, "source", required: true) ?? "", reader.Text(map, "mark", required: true) ?? "");
}
