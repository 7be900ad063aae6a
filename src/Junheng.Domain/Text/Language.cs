namespace Junheng.Domain.Text;

/// <summary>The language a message is written in.</summary>
public enum Language : byte
{
    /// <summary>Simplified Chinese, the default.</summary>
    Zh = 0,

    /// <summary>English.</summary>
    En = 1,
}
