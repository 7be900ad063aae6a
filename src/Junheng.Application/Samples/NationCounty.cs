namespace Junheng.Application.Samples;

/// <summary>The unit rows of one county of <see cref="SampleNation"/>.</summary>
internal sealed class NationCounty(string code, ulong seed)
{
    private const int Key = 5;
    private SplitMix64 _random = SplitMix64.For(seed, code);

    public IEnumerable<string[]> Rows(int count)
    {
        var quality = _random.Between(NationLevels.PoorestCounty, NationLevels.RichestCounty);
        var written = 0;
        for (var serial = 1; written < count; serial++)
        {
            var school = code + CellText.Whole(serial).PadLeft(4, '0');
            // The first two rows are a plain junior and a plain primary school, so that no county lacks a stage.
            var (type, _, smallest, largest) = written switch { 0 => Named("junior"), 1 => Named("primary"), _ => PickType() };
            if (type is "nine_year" or "twelve_year" && written + 2 > count) (type, _, smallest, largest) = Named("primary");
            var twoStages = type is "nine_year" or "twelve_year";

            var pupils = Size(smallest, largest);
            if (twoStages || type is "junior" or "complete_secondary")
            {
                yield return Row(school, type, "junior", 1, twoStages ? pupils * 6 / 10 + 1 : pupils, quality);
                written++;
            }
            if (type is not ("junior" or "complete_secondary"))
            {
                yield return Row(school, type, "primary", 0, pupils, quality);
                written++;
            }
        }
    }

    private string[] Row(string school, string type, string stage, int stageIndex, int pupils, int quality)
    {
        var row = new string[Key + NationLevels.Items.Length];
        (row[0], row[1], row[2], row[3], row[4]) = (code, school, stage, CellText.Whole(pupils), type);
        for (var i = 0; i < NationLevels.Items.Length; i++)
        {
            var (low, high) = NationLevels.Items[i];
            var amount = Amount(pupils * Base(stageIndex, i), _random.Between(low, high), quality);
            row[Key + i] = _random.Between(0, 9999) < NationLevels.Missing ? "" : i is 3 or 4 ? CellText.Hundredths(amount) : CellText.Whole(amount);
        }
        return row;
    }

    private (string Type, int Share, int Smallest, int Largest) PickType()
    {
        var drawn = _random.Between(0, 999);
        foreach (var type in NationLevels.Types)
        {
            if (drawn < type.Share) return type;
            drawn -= type.Share;
        }
        return Named("primary");
    }

    private static (string Type, int Share, int Smallest, int Largest) Named(string type) => Array.Find(NationLevels.Types, t => t.Type == type);

    /// <summary>Many small schools and few large ones: the smaller of two draws.</summary>
    private int Size(int smallest, int largest) => Math.Min(_random.Between(smallest, largest), _random.Between(smallest, largest));

    private static long Base(int stage, int item) => item switch
    {
        0 => PupilBase.Staff(stage, StaffItem.AboveDegree),
        1 => PupilBase.Staff(stage, StaffItem.Backbone),
        2 => PupilBase.Staff(stage, StaffItem.PeArt),
        3 => PupilBase.Shared(stage, SharedItem.TeachingArea),
        4 => PupilBase.Shared(stage, SharedItem.SportsArea),
        5 => PupilBase.Shared(stage, SharedItem.Equipment),
        _ => PupilBase.Shared(stage, SharedItem.Rooms),
    };

    private static long Amount(long pupilsTimesBase, int level, int quality) =>
        (pupilsTimesBase * level * quality + 9_999_999_999) / 10_000_000_000;
}
