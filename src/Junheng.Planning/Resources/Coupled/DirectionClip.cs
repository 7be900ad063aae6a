namespace Junheng.Planning.Resources.Coupled;

/// <summary>
/// Raises the directions of a bound where a purchase would have a negative price, until none has: its part of the bound would be that price times all that could be bought.
/// </summary>
internal sealed class DirectionClip(CoupledModel model, CoupledBound bound)
{
    /// <summary>False where the multipliers are too large for that.</summary>
    /// <param name="isCapped">Purchases that are bought up to their cap, whose price may be negative.</param>
    public bool Run(bool[] isCapped)
    {
        for (var count = 0; count < 200; count++)
        {
            var isClipped = false;
            for (var a = 0; a < isCapped.Length; a++)
            {
                isClipped |= !isCapped[a] && Raise(a);
            }

            bound.SetNorms();
            if (!isClipped)
            {
                return true;
            }
        }

        return false;
    }

    private bool Raise(int a)
    {
        double relief = 0;
        foreach (var effect in model.Effects[a])
        {
            relief += effect.Amount * Relief(effect.Cell);
        }

        if (relief <= model.Price[a] * (1 - 1e-12))
        {
            return false;
        }

        double positive = 0;
        foreach (var effect in model.Effects[a])
        {
            positive += effect.Amount * Math.Max(0, Relief(effect.Cell));
        }

        var share = (positive - (relief - (model.Price[a] * (1 - 2e-12)))) / positive;
        foreach (var effect in model.Effects[a])
        {
            if (Relief(effect.Cell) is > 0 and var own)
            {
                var q = model.ConeOf[effect.Cell];
                bound.Direction[effect.Cell] = bound.Norm[q] * (bound.Root[q] - (share * own * model.ConePupils[q] / bound.Multiplier[q]));
            }
        }

        return relief > model.Price[a];
    }

    private double Relief(int cell) =>
        model.ConeOf[cell] is >= 0 and var q && bound.Multiplier[q] > 0 ? bound.Multiplier[q] / model.ConePupils[q] * (bound.Root[q] - (bound.Direction[cell] / bound.Norm[q])) : 0;
}
