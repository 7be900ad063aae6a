using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>audit</c>.</summary>
internal static class AuditTexts
{
    public static LocalizedText Summary { get; } = new("验证操作日志未被改动，或为当天留锚", "prove that the audit was not tampered with, or anchor it for today");

    public static LocalizedText Action { get; } = new("verify 验证；anchor 留当天的锚并打印一行", "verify, or anchor: anchors today and prints the line");

    public static LocalizedText Kept { get; } = new("保存在别处的锚，每行一个", "a file of anchors kept elsewhere, one a line");

    public static LocalizedText Keep { get; } = new(
        "把锚打印出来或存到别处：以后可以证明此前的记录没有被改动或截短。", "Print the anchor or keep it elsewhere: it later proves that nothing before it was changed or cut off.");

    public static LocalizedText ExampleVerify { get; } = new("验证全部日志链", "prove every chain");

    public static LocalizedText ExampleAnchor { get; } = new("为当天留锚", "anchor today");

    public static LocalizedText Sound { get; } = new("日志完整：{0} 条链，{1} 条记录，{2} 个锚", "The audit is whole: {0} chains, {1} entries, {2} anchors");

    public static LocalizedText Broken { get; } = new("✗ 日志被改动：{0} 条链和 {1} 个锚有问题", "✗ The audit was tampered with: {0} chains and {1} anchors do not hold");

    public static LocalizedText BrokenEntry { get; } = new("地区 {0} 第 {1} 条：{2}", "scope {0}, entry {1}: {2}");

    public static LocalizedText BrokenAnchor { get; } = new("{0} 的锚：{1}", "anchor of {0}: {1}");

    public static LocalizedText NoAnchor { get; } = new("{0} 第 {1} 行不是锚", "Line {1} of {0} is no anchor");

    public static LocalizedText Changed { get; } = new("内容被改动", "its content was changed");

    public static LocalizedText Deleted { get; } = new("记录被删除", "it was deleted");

    public static LocalizedText OutOfOrder { get; } = new("插入或调换了次序", "it was inserted or moved");

    public static LocalizedText Truncated { get; } = new("从这里起被截去", "the chain was cut off from here");

    public static LocalizedText PersonalChanged { get; } = new("旁存的个人信息被改动或删除", "the personal values beside it were changed or removed");

    public static LocalizedText TimeWentBack { get; } = new("时间早于前一条", "its time lies before the one of the entry before");

    public static LocalizedText AnchorChanged { get; } = new("锚被改动", "it was changed");

    public static LocalizedText AnchorUnknown { get; } = new("数据库里没有这个锚，或内容不同", "it is not in the database, or is another there");
}
