using System.Collections.Immutable;
using Junheng.Domain.Geography;

namespace Junheng.Domain.Tests.Geography;

public class GeographyTests
{
    private static readonly ImmutableArray<GeoPoint> _square = [new(0, 0), new(2, 0), new(2, 2), new(0, 2), new(0, 0)];

    [Fact]
    public void A_square_is_sound_and_its_centre_is_its_middle()
    {
        Assert.Equal(RingFault.None, RingCheck.Of(_square));
        Assert.Equal(new GeoPoint(1, 1), new GeoShape([new GeoPolygon([_square])]).Centre());
    }

    [Fact]
    public void Every_fault_of_a_ring_is_told_from_the_others()
    {
        Assert.Equal(RingFault.TooShort, RingCheck.Of([new(0, 0), new(1, 0), new(0, 0)]));
        Assert.Equal(RingFault.Open, RingCheck.Of([new(0, 0), new(2, 0), new(2, 2), new(0, 2)]));
        Assert.Equal(RingFault.OutOfRange, RingCheck.Of([new(0, 0), new(500_000, 0), new(2, 3_000_000), new(0, 0)]));
        Assert.Equal(RingFault.OutOfRange, RingCheck.Of([new(0, 0), new(double.NaN, 0), new(2, 1), new(0, 0)]));
        Assert.Equal(RingFault.Flat, RingCheck.Of([new(0, 0), new(1, 1), new(2, 2), new(0, 0)]));
        Assert.Equal(RingFault.CrossesItself, RingCheck.Of([new(0, 0), new(3, 3), new(3, 0), new(0, 2), new(0, 0)]));
    }

    [Fact]
    public void The_shift_of_public_maps_is_undone_to_less_than_a_centimetre()
    {
        foreach (var place in new[] { new GeoPoint(116.3913, 39.9075), new GeoPoint(87.6168, 43.8256), new GeoPoint(110.3312, 20.0311) })
        {
            var shifted = Gcj02.FromCgcs2000(place);
            var back = Gcj02.ToCgcs2000(shifted);

            Assert.InRange(Math.Abs(shifted.Longitude - place.Longitude) + Math.Abs(shifted.Latitude - place.Latitude), 0.001, 0.02);
            Assert.Equal(place.Longitude, back.Longitude, 1e-7);
            Assert.Equal(place.Latitude, back.Latitude, 1e-7);
        }
    }

    [Fact]
    public void The_shift_in_Beijing_is_the_known_one()
    {
        // 39.9087 N 116.3975 E (Tian'anmen, WGS 84) is published as 39.9101 N 116.4037 E in GCJ-02.
        var shifted = Gcj02.FromCgcs2000(new GeoPoint(116.3975, 39.9087));

        Assert.Equal(116.4037, shifted.Longitude, 2e-4);
        Assert.Equal(39.9101, shifted.Latitude, 2e-4);
    }

    [Fact]
    public void Outside_China_nothing_is_shifted() => Assert.Equal(new GeoPoint(2.35, 48.85), Gcj02.FromCgcs2000(new GeoPoint(2.35, 48.85)));

    [Fact]
    public void Points_that_a_picture_cannot_show_are_left_out_and_corners_stay()
    {
        ImmutableArray<GeoPoint> many = [.. Enumerable.Range(0, 100).Select(at => new GeoPoint(at / 50.0, at % 2 * 1e-6)), new(2, 2), new(0, 2), new(0, 0)];

        var fewer = Simplified.Of(many, 0.001);

        Assert.InRange(fewer.Length, 4, 7);
        Assert.Contains(new GeoPoint(2, 2), fewer);
        Assert.Equal(fewer[0], fewer[^1]);
    }
}
