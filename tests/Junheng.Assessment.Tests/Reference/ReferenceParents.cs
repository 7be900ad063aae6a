namespace Junheng.Assessment.Tests.Reference;

/// <summary>Adds rows that name a parent school to that parent, in the same county, before scope and split.</summary>
public static class ReferenceParents
{
    /// <summary>The schools that name no parent, each with all its parts added, directly or through other parts.</summary>
    /// <exception cref="ReferenceRefusalException">A school stands twice, a parent is unknown, parents form a ring, or a part teaches what the
    /// parent's type does not.</exception>
    public static IReadOnlyList<ReferenceSchool> Merge(IReadOnlyList<ReferenceSchoolRow> rows, ReferenceStandard standard)
    {
        var byCode = new Dictionary<(string County, string School), ReferenceSchoolRow>();
        foreach (var row in rows)
        {
            if (!byCode.TryAdd((row.CountyCode, row.SchoolCode), row))
            {
                throw new ReferenceRefusalException($"{row.CountyCode} {row.SchoolCode} stands twice.");
            }
        }

        return
        [
            .. rows
                .GroupBy(row => Root(row, byCode))
                .Select(family => Sum(family.Key, family.Where(row => row != family.Key), standard)),
        ];
    }

    private static ReferenceSchoolRow Root(ReferenceSchoolRow row, Dictionary<(string County, string School), ReferenceSchoolRow> byCode)
    {
        var root = row;
        for (var steps = 0; !string.IsNullOrWhiteSpace(root.ParentSchoolCode); steps++)
        {
            if (steps > byCode.Count)
            {
                throw new ReferenceRefusalException($"The parents of {row.SchoolCode} form a ring.");
            }

            root = byCode.TryGetValue((root.CountyCode, root.ParentSchoolCode), out var parent)
                ? parent
                : throw new ReferenceRefusalException($"{root.SchoolCode} names the unknown parent {root.ParentSchoolCode}.");
        }

        return root;
    }

    private static ReferenceSchool Sum(ReferenceSchoolRow root, IEnumerable<ReferenceSchoolRow> parts, ReferenceStandard standard)
    {
        var parent = ReferenceSchool.Read(root, standard);
        var sum = parts.Aggregate(parent, (school, part) => school.Add(ReferenceSchool.Read(part, standard)));
        if (parent.SchoolType is null or "special" or "vocational")
        {
            return sum;
        }

        if (sum.Enrolment.Any(stage => stage.Value is { Sign: > 0 } && !parent.Stages.Contains(stage.Key)))
        {
            throw new ReferenceRefusalException($"{parent.SchoolCode} has parts in a stage that its type does not teach.");
        }

        return sum with { Stages = parent.Stages };
    }
}
