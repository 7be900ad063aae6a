using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>
/// Stages whose coefficient of variation is exactly a wanted number c: a group of pupils with m·(1 + a) each and another with m·(1 − b) each, pupils
/// as b : a and a·b = c². Each group may be cut into several schools.
/// </summary>
internal sealed class SpreadTies(Draw draw)
{
    /// <summary>a = c·f and b = c / f, so the pupils stand as 1 : f².</summary>
    private readonly int _factor = draw.Of(1, 1, 2, 4);

    /// <summary>Pupils of each unit of a stage, and whether it belongs to the richer group.</summary>
    public IReadOnlyList<(ReferenceNumber Pupils, bool IsRich)> Groups(int units)
    {
        var most = 100 * draw.From(1, 20);
        var rich = Cut(most, Math.Max(1, units / 2));
        var poor = Cut(most * _factor * _factor, Math.Max(1, units - (units / 2)));
        return [.. rich.Select(pupils => (pupils, true)), .. poor.Select(pupils => (pupils, false))];
    }

    /// <summary>The amount of a unit so that the coefficient is c; <paramref name="mean"/> is m, per pupil.</summary>
    public ReferenceNumber Amount(ReferenceNumber pupils, bool isRich, ReferenceNumber mean, ReferenceNumber coefficient) => pupils * mean
        * (ReferenceNumber.One + (isRich ? coefficient * ReferenceNumber.Of(_factor) : -(coefficient / ReferenceNumber.Of(_factor))));

    private IEnumerable<ReferenceNumber> Cut(int pupils, int pieces)
    {
        for (var left = pieces; left > 1 && pupils > left; left--)
        {
            var piece = draw.From(1, Math.Max(1, 2 * pupils / left - 1));
            piece = Math.Min(piece, pupils - left + 1);
            yield return ReferenceNumber.Of(piece);
            pupils -= piece;
        }

        yield return ReferenceNumber.Of(pupils);
    }
}
