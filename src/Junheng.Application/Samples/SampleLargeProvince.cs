using System.Collections.Immutable;
using Junheng.Domain.Geography;

namespace Junheng.Application.Samples;

/// <summary>
/// An invented province (98) of any number of counties, ten to a city, about ninety schools to a county in report year 2026: for trying the pages of cities and provinces, and for
/// measuring them at full size. Every fourth county is well provided for; every seventh has no items file.
/// </summary>
public static class SampleLargeProvince
{
    /// <summary>The digits that every code of the province begins with; no real province has them.</summary>
    public const string Prefix = "98";

    /// <summary>The province's code.</summary>
    public const string Code = "980000";

    /// <summary>The province's name.</summary>
    public const string Name = "云岚省";

    /// <summary>The report year of its tables.</summary>
    public const int Year = SampleYears.Last;

    /// <summary>The most counties.</summary>
    public const int Most = 500;

    private const int CountiesInCity = 10;
    private const int TownsInCounty = 10;
    private const int Columns = 10;

    private static readonly string[] _cities = ["岚州市", "汀岭市", "樟河市", "枫川市", "鹭湖市", "澜江市", "砚山市", "霞浦市", "榕溪市", "芷原市"];
    private static readonly string[] _firsts = ["云", "松", "白", "枫", "石", "梅", "渔", "沅", "丰", "双", "青", "龙", "桃", "竹", "柳", "银", "玉", "清", "长", "安"];
    private static readonly string[] _seconds = ["汀", "陵", "鹤", "桥", "鼓", "川", "浦", "口", "谷", "岭", "溪", "塘", "坪", "湾", "岗", "泉", "洲", "渡", "屏", "原"];
    private static readonly string[] _towns =
    [
        "太平镇", "新街镇", "大河镇", "黄桥镇", "三河镇", "红旗镇", "清水镇", "龙泉镇", "凤山镇", "马鞍镇", "高桥镇", "古城镇",
        "东湖镇", "西岭镇", "南山镇", "北坪镇", "竹山乡", "梨树乡", "石门乡", "茶园乡", "桃源乡", "杨柳乡", "云台乡", "黄沙乡",
    ];

    /// <summary>Whether a code is one of the province's.</summary>
    public static bool Holds(string code) => code.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The cities of a province of so many counties.</summary>
    public static ImmutableArray<(string Code, string Name)> Cities(int counties) =>
        [.. Enumerable.Range(0, (counties + CountiesInCity - 1) / CountiesInCity).Select(city => (CityCode(city), city < _cities.Length ? _cities[city] : $"{_firsts[city % _firsts.Length]}{_seconds[city % _seconds.Length]}市"))];

    /// <summary>The counties with their tables, one by one.</summary>
    /// <param name="counties">1 to <see cref="Most"/>.</param>
    /// <param name="seed">Same seed, same rows on any machine.</param>
    public static IEnumerable<LargeProvinceCounty> Counties(int counties, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counties, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(counties, Most);
        return Enumerable.Range(0, counties).Select(at => County(at, seed));
    }

    /// <summary>The seat of each county.</summary>
    internal static ImmutableArray<(string Code, string Name, GeoPoint Seat)> Seats(int counties, ulong seed) =>
        [.. Enumerable.Range(0, counties).Select(at => Profile(at, seed)).Select(profile => (profile.Code, profile.Name, new GeoPoint(profile.Townships[0].Longitude / 10_000.0, profile.Townships[0].Latitude / 10_000.0)))];

    private static LargeProvinceCounty County(int at, ulong seed)
    {
        var profile = Profile(at, seed);
        var schools = ProvinceRoster.Of(profile, seed).Select(school => UsualAmounts.Of(profile, school, seed)).OrderBy(amounts => amounts.School.Serial, StringComparer.Ordinal).ToList();
        var isGood = at % 4 == 0;
        var items = CountyItems.Of(profile, schools, seed);
        return new LargeProvinceCounty(
            profile.Code,
            profile.Name,
            CityCode(at / CountiesInCity),
            new SampleTable("schools", SchoolColumns.All, [.. schools.Select(amounts => SchoolColumns.Row(profile, amounts, seed))]),
            at % 7 == 6 ? null : isGood ? items with { Rows = [.. items.Rows.Select(Mended)] } : items);
    }

    private static SampleCountyProfile Profile(int at, ulong seed)
    {
        var code = CellText.Whole(980021 + (at / CountiesInCity + 1) * 100 + at % CountiesInCity);
        var random = SplitMix64.For(seed, code + "/profile");
        var (row, column) = (at / CountiesInCity / 5 * 5 + at % CountiesInCity / 2, at / CountiesInCity % 5 * 2 + at % 2);
        var (latitude, longitude) = (270000 + row * 2900 + at / (Columns * Columns) * 30000 + random.Between(-500, 500), 1130000 + column * 3400 + random.Between(-600, 600));
        List<SampleTownship> townships = [new("城关街道", latitude, longitude)];
        for (var town = 0; town < TownsInCounty; town++)
        {
            townships.Add(new SampleTownship(_towns[(at * 5 + town * 7) % _towns.Length], latitude + random.Between(-1000, 1000), longitude + random.Between(-1200, 1200)));
        }

        var isGood = at % 4 == 0;
        return new SampleCountyProfile(code, _firsts[at % _firsts.Length] + _seconds[(at / _firsts.Length * 3 + at * 7) % _seconds.Length] + (at % 5 == 1 ? "区" : "县"), townships)
        {
            Quality = isGood ? random.Between(1090, 1160) : random.Between(890, 1060),
            RuralSports = isGood ? random.Between(520, 580) : random.Between(540, 2000),
            WeakSchools = isGood ? 0 : random.Between(0, 250),
        };
    }

    /// <summary>What the sample county of the lessons lacks, a well-off county has: art was monitored, and backbone teachers move.</summary>
    private static string[] Mended(string[] row) => (row[1], row[2]) switch
    {
        ("G11", "rotated_backbone_teachers") => [row[0], row[1], row[2], CellText.Whole(long.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture) * 13 / 9), row[4]],
        ("Q9", "art_level") => [row[0], row[1], row[2], "3", row[4]],
        ("Q9", "art_variance_rate") => [row[0], row[1], row[2], "0.101", row[4]],
        _ => row,
    };

    private static string CityCode(int city) => CellText.Whole(980000 + (city + 1) * 100);
}

/// <summary>A county of the large province with what it would hand in.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="City">The code of its city.</param>
/// <param name="Schools">Its school table.</param>
/// <param name="Items">Its items file; null where it handed in none.</param>
public sealed record LargeProvinceCounty(string Code, string Name, string City, SampleTable Schools, SampleTable? Items);
