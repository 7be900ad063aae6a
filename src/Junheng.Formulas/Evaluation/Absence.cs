using System.Collections.Immutable;

namespace Junheng.Formulas.Evaluation;

/// <summary>
/// How missing and undefined parts make a whole missing or undefined. Missing outweighs undefined, so that the order of parts never matters.
/// </summary>
internal static class Absence
{
    /// <summary>Missing with all names if any is missing, else the first undefined, else null.</summary>
    public static FormulaValue? Of(params ReadOnlySpan<FormulaValue> parts)
    {
        FormulaValue? absent = null;
        foreach (var part in parts)
        {
            absent = (absent, part) switch
            {
                (FormulaValue.Missing known, FormulaValue.Missing more) => new FormulaValue.Missing(Union(known.Names, more.Names)),
                (_, FormulaValue.Missing) => part,
                (null, FormulaValue.Undefined) => part,
                _ => absent,
            };
        }

        return absent;
    }

    private static ImmutableArray<string> Union(ImmutableArray<string> known, ImmutableArray<string> more)
    {
        var names = known.Union(more, StringComparer.Ordinal).Where(name => name != AbsenceCollector.Rest).ToList();
        var whole = names.Count <= FormulaLimits.MissingNames && !known.Contains(AbsenceCollector.Rest) && !more.Contains(AbsenceCollector.Rest);
        return whole ? [.. names] : [.. names.Take(FormulaLimits.MissingNames), AbsenceCollector.Rest];
    }
}

/// <summary>Gathers what is missing or undefined among the members of an aggregate.</summary>
internal sealed class AbsenceCollector
{
    /// <summary>The last name of a list that was cut.</summary>
    public const string Rest = "…";

    private readonly List<string> _names = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private bool _cut;
    private FormulaValue? _undefined;

    /// <summary>Missing with the members' names if any was missing, else the first undefined, else null.</summary>
    public FormulaValue? Value => _names.Count == 0 ? _undefined : new FormulaValue.Missing(_cut ? [.. _names, Rest] : [.. _names]);

    public void Add(FormulaValue absent, string label)
    {
        if (absent is not FormulaValue.Missing missing)
        {
            _undefined ??= absent;
            return;
        }

        foreach (var name in missing.Names)
        {
            var full = name == Rest || label.Length == 0 ? name : $"{label}.{name}";
            if (name == Rest || (_names.Count == FormulaLimits.MissingNames && !_known.Contains(full)))
            {
                _cut = true;
            }
            else if (_known.Add(full))
            {
                _names.Add(full);
            }
        }
    }
}
