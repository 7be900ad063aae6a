using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of the program as a whole.</summary>
internal static class ProgramTexts
{
    public static LocalizedText Title { get; } = new("均衡 Junheng：县域义务教育均衡监测", "Junheng: is compulsory education balanced in a county?");

    public static LocalizedText Usage { get; } = new("用法", "Usage");

    public static LocalizedText Commands { get; } = new("命令", "Commands");

    public static LocalizedText Arguments { get; } = new("参数", "Arguments");

    public static LocalizedText Options { get; } = new("选项", "Options");

    public static LocalizedText Examples { get; } = new("例子", "Examples");

    public static LocalizedText ExitCodes { get; } = new("退出码", "Exit codes");

    public static LocalizedText CommandWord { get; } = new("命令", "COMMAND");

    public static LocalizedText OptionsWord { get; } = new("[选项]", "[options]");

    public static LocalizedText HelpOfCommand { get; } = new("显示一个命令的用法和例子", "how to use a command, with examples");

    public static LocalizedText HelpOption { get; } = new("显示这个命令的用法", "show the help of this command");

    public static LocalizedText VersionOption { get; } = new("显示版本", "show the version");

    public static LocalizedText LanguageOption { get; } = new(
        "显示语言：zh（默认）或 en；也可设环境变量 JUNHENG_LANG", "language: zh (default) or en; or set the environment variable JUNHENG_LANG");

    public static LocalizedText ExitDone { get; } = new("完成", "done");

    public static LocalizedText ExitNotMet { get; } = new("有县未达标（仅在加了 --fail-on-not-met 时）", "some county does not meet the standard (only with --fail-on-not-met)");

    public static LocalizedText ExitRefused { get; } = new("输入或用法有误，全部问题列在标准错误", "input or usage refused; every finding is on standard error");

    public static LocalizedText ExitFault { get; } = new("程序内部故障，带编号", "internal fault, with an id");

    public static LocalizedText Required { get; } = new("必需", "required");

    public static LocalizedText Repeats { get; } = new("可多次", "repeatable");

    public static LocalizedText SeeHelp { get; } = new("用法：junheng {0}", "For help: junheng {0}");

    public static LocalizedText CannotWrite { get; } = new("✗ 无法写入 {0}：{1}", "✗ Cannot write {0}: {1}");

    public static LocalizedText Written { get; } = new("已写入 {0}", "Written: {0}");

    public static LocalizedText JsonOverInput { get; } = new("--json 不能写到输入文件 {0} 上", "--json must not overwrite the input {0}");

    public static LocalizedText Fault { get; } = new(
        "✗ 程序内部故障，编号 {0}。您的文件没有被改动。请把编号和下面两行告诉维护者：", "✗ Internal fault {0}. Your files were not changed. Please report the id and these two lines:");

    public static LocalizedText Full { get; } = new("磁盘或数据库空间已满：没有写入任何内容，清理空间后再试", "No room is left on the disk or in the database: nothing was written; make room and try again");
}
