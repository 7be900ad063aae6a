namespace Junheng.Assessment.Tests.Reference;

/// <summary>What a school type teaches, and with which weights its shared items are split.</summary>
public static class ReferenceSchoolType
{
    private static readonly Dictionary<string, string[]> StagesByType = new(StringComparer.Ordinal)
    {
        ["primary"] = [ReferenceStages.Primary],
        ["teaching_point"] = [ReferenceStages.Primary],
        ["junior"] = [ReferenceStages.Junior],
        ["nine_year"] = [ReferenceStages.Primary, ReferenceStages.Junior],
        ["complete_secondary"] = [ReferenceStages.Junior, ReferenceStages.Senior],
        ["twelve_year"] = [ReferenceStages.Primary, ReferenceStages.Junior, ReferenceStages.Senior],
    };

    /// <summary>
    /// The stages of a type. Without type, and for special and vocational schools (whose stages the type does not fix), they are those with pupils;
    /// if there are
    /// none, those whose enrolment is given; none if all are blank.
    /// </summary>
    public static IReadOnlyList<string> StagesTaught(string? type, IReadOnlyDictionary<string, ReferenceNumber?> enrolment)
    {
        if (type is not null and not "special" and not "vocational")
        {
            return StagesByType.TryGetValue(type, out var stages) ? stages : throw new ReferenceRefusalException($"Unknown school type '{type}'.");
        }

        var withPupils = ReferenceStages.All.Where(stage => enrolment[stage] is { Sign: > 0 }).ToList();
        return withPupils.Count > 0 ? withPupils : [.. ReferenceStages.All.Where(stage => enrolment[stage] is not null)];
    }

    /// <summary>Pupil weights of the split by the stages taught; a single stage takes everything.</summary>
    /// <exception cref="ReferenceRefusalException">Primary and senior without junior.</exception>
    public static IReadOnlyDictionary<string, ReferenceNumber> SplitWeights(IReadOnlyList<string> stages) => string.Join('+', stages) switch
    {
        "primary+junior" => Weights((ReferenceStages.Primary, "1"), (ReferenceStages.Junior, "1.1")),
        "junior+senior" => Weights((ReferenceStages.Junior, "1"), (ReferenceStages.Senior, "1.2")),
        "primary+junior+senior" => Weights((ReferenceStages.Primary, "1"), (ReferenceStages.Junior, "1.1"), (ReferenceStages.Senior, "1.32")),
        "primary+senior" => throw new ReferenceRefusalException("Primary and senior pupils without junior ones fit no school type."),
        _ => Weights([.. stages.Select(stage => (stage, "1"))]),
    };

    private static Dictionary<string, ReferenceNumber> Weights(params (string Stage, string Weight)[] weights) =>
        weights.ToDictionary(entry => entry.Stage, entry => ReferenceNumber.Parse(entry.Weight), StringComparer.Ordinal);
}
