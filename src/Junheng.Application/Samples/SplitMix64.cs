namespace Junheng.Application.Samples;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): a small generator whose numbers are the same on every machine and runtime.</summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for one named thing, so that adding a school never changes the numbers of another.</summary>
    public static SplitMix64 For(ulong seed, string name)
    {
        var hash = 0xCBF29CE484222325UL; // FNV-1a over the UTF-16 code units
        foreach (var letter in name) hash = (hash ^ letter) * 0x100000001B3UL;
        return new SplitMix64(new SplitMix64(seed ^ hash).Next());
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)Math.BigMul(Next(), (ulong)(high - low + 1), out _);

    /// <summary>True in <paramref name="permille"/> of 1,000 cases.</summary>
    public bool Chance(int permille) => Between(0, 999) < permille;
}
