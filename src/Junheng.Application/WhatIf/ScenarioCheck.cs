using System.Collections.Immutable;
using System.Text;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Numbers;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.WhatIf;

/// <summary>A cell changed, with its row found.</summary>
/// <param name="Row">The row.</param>
/// <param name="Change">The change.</param>
internal sealed record FoundCell(RowRef Row, ScenarioChange.Cell Change);

/// <summary>
/// The changes of an overlay that can be made and say something else than the baseline, and what is wrong with the others. The same rules hold as for a file that
/// is read: a decimal, not negative, blank for unknown.
/// </summary>
internal sealed class ScenarioCheck
{
    private static readonly LocalizedText _notANumber = new("应是数，如 12 或 12.5；没有数据就留空", "It must be a number like 12 or 12.5; leave it blank when unknown");
    private static readonly LocalizedText _negative = new("不能是负数", "It must not be negative");
    private static readonly LocalizedText _noSuchPlace = new("基线里没有这一格", "The baseline has no such place");
    private static readonly LocalizedText _partAboveWhole = new("室内体育用房大于包含它的教学及辅助用房", "The indoor sports area exceeds the teaching area that contains it");
    private readonly List<ScenarioProblem> _problems = [];
    private readonly List<ScenarioChange> _made = [];
    private readonly List<FoundCell> _cells = [];

    private ScenarioCheck(ScenarioGrid grid, StandardInForce inForce, ScenarioOverlay overlay)
    {
        var cells = grid.Rows.SelectMany(row => row.Cells.OfType<ScenarioCell>().Select(cell => (row.Row, Cell: cell))).ToDictionary(each => each.Cell.Key, StringComparer.Ordinal);
        foreach (var (key, given) in overlay.Texts)
        {
            var text = given.Normalize(NormalizationForm.FormKC).Trim();
            switch (ScenarioChange.Parse(key, text))
            {
                case ScenarioChange.Cell cell when cells.TryGetValue(key, out var found):
                    if (IsNumber(cell, mayBeBlank: true) && !IsSame(text, found.Cell.Text))
                    {
                        _made.Add(cell);
                        _cells.Add(new FoundCell(found.Row, cell));
                    }

                    break;
                case ScenarioChange.Norm norm when NumberOf(inForce, norm) is { } number:
                    if (IsNumber(norm, mayBeBlank: false) && Rational.ParseDecimal(text) != number)
                    {
                        _made.Add(norm);
                    }

                    break;
                case ScenarioChange.Setting setting when inForce.Standard.Settings.FirstOrDefault(each => each.Id == setting.Id) is { IsFixed: false } known:
                    if (known.Value != text)
                    {
                        _made.Add(setting);
                    }

                    break;
                default:
                    _problems.Add(new ScenarioProblem(key, given, _noSuchPlace));
                    break;
            }
        }

        if (inForce.Standard.IndoorSports is { } rule)
        {
            TakeOutPartsAboveWholes(grid, rule);
        }
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ScenarioProblem> Problems => _problems;

    /// <summary>The changes that can be made and change something.</summary>
    public IReadOnlyList<ScenarioChange> Made => _made;

    /// <summary>Those of cells.</summary>
    public IReadOnlyList<FoundCell> Cells => _cells;

    /// <summary>Those of norms.</summary>
    public IEnumerable<ScenarioChange.Norm> Norms => _made.OfType<ScenarioChange.Norm>();

    /// <summary>Those of settings.</summary>
    public ImmutableArray<SettingOverride> Settings => [.. _made.OfType<ScenarioChange.Setting>().Select(each => new SettingOverride(each.Id, each.Text))];

    /// <summary>Checks an overlay against its baseline.</summary>
    public static ScenarioCheck Of(ScenarioGrid grid, StandardInForce inForce, ScenarioOverlay overlay) => new(grid, inForce, overlay);

    /// <summary>A number in force of an indicator; null where there is none.</summary>
    public static Rational? NumberOf(StandardInForce inForce, ScenarioChange.Norm norm)
    {
        var k = inForce.Standard.IndexOf(norm.Indicator);
        if (k < 0 || !inForce.Standard.Stages.Contains(norm.Stage))
        {
            return null;
        }

        var numbers = inForce.Plan[norm.Stage].Indicators[k];
        return norm.Kind switch { NormKind.Norm => numbers.Norm, NormKind.Floor => numbers.Floor, _ => numbers.CvLimit };
    }

    /// <summary>Adds what an opening of the standard said of the settings.</summary>
    public void Refuse(string key, string text, string message) => _problems.Add(new ScenarioProblem(key, text, new LocalizedText(message, message)));

    /// <summary>A file is refused where the indoor sports area exceeds the teaching area that contains it; so is a scenario's row.</summary>
    private void TakeOutPartsAboveWholes(ScenarioGrid grid, IndoorSportsRule rule)
    {
        var rows = grid.Rows.ToDictionary(row => row.Row);
        foreach (var ofRow in _cells.Where(cell => cell.Change.Column == rule.Item || cell.Change.Column == rule.SubtractFrom).GroupBy(cell => cell.Row).ToList())
        {
            string Text(string column) => ofRow.FirstOrDefault(cell => cell.Change.Column == column)?.Change.Text ?? rows[ofRow.Key].Cells.FirstOrDefault(cell => cell?.Column.Id == column)?.Text ?? "";
            var (part, whole) = (Text(rule.Item), Text(rule.SubtractFrom));
            if (part.Length == 0 || whole.Length == 0 || Rational.ParseDecimal(part) <= Rational.ParseDecimal(whole))
            {
                continue;
            }

            foreach (var cell in ofRow)
            {
                _problems.Add(new ScenarioProblem(cell.Change.Key, cell.Change.Text, _partAboveWhole));
                _cells.Remove(cell);
                _made.Remove(cell.Change);
            }
        }
    }

    private bool IsNumber(ScenarioChange change, bool mayBeBlank)
    {
        if (change.Text.Length == 0 && mayBeBlank)
        {
            return true;
        }

        // Plain decimals only: an exponent is no way to write a school's figure, and a long one would cost much.
        var isNumber = change.Text.Length is > 0 and <= ScenarioOverlay.LongestText && !change.Text.AsSpan().ContainsAny('e', 'E', '+') && Rational.TryParseDecimal(change.Text, out _);
        if (!isNumber || Rational.ParseDecimal(change.Text).Sign < 0)
        {
            _problems.Add(new ScenarioProblem(change.Key, change.Text, isNumber ? _negative : _notANumber));
            return false;
        }

        return true;
    }

    private static bool IsSame(string text, string baseline) =>
        text.Length == 0 || baseline.Length == 0 ? text.Length == baseline.Length : Rational.ParseDecimal(text) == Rational.ParseDecimal(baseline);
}
