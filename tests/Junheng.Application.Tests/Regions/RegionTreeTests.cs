using System.Collections.Immutable;
using Junheng.Application.Regions;
using Junheng.Domain.Registers;

namespace Junheng.Application.Tests.Regions;

public class RegionTreeTests
{
    private static readonly RegisterSnapshot _nothing = new(new DateOnly(2026, 11, 21), ImmutableSortedDictionary<SubjectId, SubjectState>.Empty, ImmutableSortedDictionary<SubjectId, SubjectState>.Empty);

    [Fact]
    public void Where_no_register_says_so_the_digits_of_a_code_tell_city_and_province()
    {
        var tree = RegionTree.Of([County(1, "990121"), County(2, "990221")], _nothing);

        Assert.Equal(["000000", "990000", "990100", "990121"], tree.Trail(tree.Find("990121")!).Select(node => node.Code));
        Assert.Equal(["990100", "990200"], tree.Below(tree.Find("990000")!).Select(node => node.Code));
        Assert.Equal(["990121"], tree.CountiesOf(tree.Find("990100")!).Select(node => node.Code));
        Assert.Equal([new ScopeId(1)], tree.ScopesOf(tree.Find("990121")!));
    }

    [Fact]
    public void The_register_comes_before_the_digits_and_grants_may_name_what_it_holds()
    {
        var register = _nothing with
        {
            Open = ImmutableSortedDictionary<SubjectId, SubjectState>.Empty
                .Add(new SubjectId(SubjectKind.Region, 5), State(5, ("code", "990000"), ("name", "样例省"), ("level", "province")))
                .Add(new SubjectId(SubjectKind.Region, 6), State(6, ("code", "990100"), ("name", "样例市"), ("level", "city"), ("parent", "region/5")))
                .Add(new SubjectId(SubjectKind.Region, 1), State(1, ("code", "990102"), ("name", "新名区"), ("level", "county"), ("parent", "region/6"))),
        };
        var tree = RegionTree.Of([County(1, "880121"), new Region(new ScopeId(5), "990000", "旧名", RegionLevel.Province, null), new Region(new ScopeId(6), "990100", "", RegionLevel.City, null)], register);

        var county = tree.Find("990102")!;
        Assert.Null(tree.Find("880121"));
        Assert.Equal(["样例省", "样例市", "新名区"], tree.Trail(county).Skip(1).Select(node => node.Name));
        Assert.Equal([new ScopeId(1), new ScopeId(6), new ScopeId(5)], tree.ScopesOf(county));
    }

    private static Region County(long scope, string code) => new(new ScopeId(scope), code, "", RegionLevel.County, null);

    private static SubjectState State(long number, params (string Field, string Value)[] fields) =>
        new(new SubjectId(SubjectKind.Region, number), new Validity(new DateOnly(2000, 1, 1), null), fields.ToImmutableSortedDictionary(each => each.Field, each => each.Value, StringComparer.Ordinal));
}
