using System.Security.Cryptography;

namespace Junheng.Storage.Audit;

/// <summary>Seals bytes by AES-256-GCM: nonce (12) ‖ tag (16) ‖ ciphertext. What is sealed for one place does not open in another.</summary>
internal static class Sealing
{
    public const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Seals.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="plain">What.</param>
    /// <param name="place">Where it will lie: must be the same to open it.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var result = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(result.AsSpan(0, NonceSize), plain, result.AsSpan(NonceSize + TagSize), result.AsSpan(NonceSize, TagSize), place);
        return result;
    }

    /// <summary>Opens; null where the key or the place is another, or the bytes were changed.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> @sealed, ReadOnlySpan<byte> place)
    {
        if (@sealed.Length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = new byte[@sealed.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(@sealed[..NonceSize], @sealed[(NonceSize + TagSize)..], @sealed.Slice(NonceSize, TagSize), plain, place);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
