using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Junheng.Application.Accounts;

/// <summary>The time-based one-time password of RFC 6238 as every authenticator app makes it: HMAC-SHA-1, 30 seconds, 6 digits.</summary>
public static class Totp
{
    /// <summary>Bytes of a secret.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;

    /// <summary>Clocks may differ by so many steps.</summary>
    private const int Tolerance = 1;

    /// <summary>The step of a point in time.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as apps use it is HMAC-SHA-1, which is not broken as a keyed hash.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.Slice(hash[^1] & 0xf, sizeof(int))) & int.MaxValue;
        return (number % Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>The step whose code this is, of those near a point in time; null when it is of none.</summary>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>A secret as apps take it typed in: base 32 (RFC 4648) without padding.</summary>
    public static string Base32(byte[] secret)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new System.Text.StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var each in secret)
        {
            (buffer, bits) = ((buffer << 8) | each, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(letters[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(letters[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>The address that apps read from a picture.</summary>
    public static string Address(byte[] secret, string issuer, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={Base32(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
