using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>backup</c>, <c>restore</c>, <c>upgrade</c> and <c>person</c>.</summary>
internal static class BackupTexts
{
    public static LocalizedText BackupSummary { get; } = new("把数据库备份成一个加密文件", "back up a database into one encrypted file");

    public static LocalizedText RestoreSummary { get; } = new("从备份恢复到新文件或空数据库", "restore a backup into a new file or an empty database");

    public static LocalizedText UpgradeSummary { get; } = new("先备份，再把数据库升到当前版本", "back up, then bring a database to the present version");

    public static LocalizedText PersonSummary { get; } = new("删除一个人的个人信息（销毁其密钥）", "delete what is personal of somebody, by destroying the key");

    public static LocalizedText BackupTo { get; } = new("备份文件；已有的不会被覆盖", "the backup; a file that is there is never overwritten");

    public static LocalizedText RestoreFrom { get; } = new("备份文件", "the backup");

    public static LocalizedText RestoreTo { get; } = new("新文件的路径，或空数据库的连接串", "path of a new file, or connection string of an empty database");

    public static LocalizedText Passphrase { get; } = new("口令文件，取第一行；也可设 JUNHENG_BACKUP_PASSPHRASE", "file whose first line is the passphrase; or set JUNHENG_BACKUP_PASSPHRASE");

    public static LocalizedText KeyApart { get; } = new(
        "安装密钥不在备份里，要另外保存；没有它，恢复后读不出个人信息。", "The installation's key is not in the backup and is kept apart; without it nothing personal can be read after a restore.");

    public static LocalizedText ExampleBackup { get; } = new("备份数据库", "back up a database");

    public static LocalizedText ExampleRestore { get; } = new("恢复到新文件", "restore into a new file");

    public static LocalizedText ExampleUpgrade { get; } = new("升级，升级前备份", "upgrade, with a backup before");

    public static LocalizedText ExamplePerson { get; } = new("销毁地区 1 中一个人的密钥", "destroy a key of scope 1");

    public static LocalizedText BackedUp { get; } = new("已备份到 {0}：{1} 行，{2} 个表，版本 {3}", "Backed up to {0}: {1} rows, {2} tables, version {3}");

    public static LocalizedText Restored { get; } = new("已恢复到 {0}：{1} 行，{2} 个表，版本 {3}，逐表哈希一致", "Restored to {0}: {1} rows, {2} tables, version {3}; every table has its hash");

    public static LocalizedText Upgraded { get; } = new("已升级：{0}", "Upgraded: {0}");

    public static LocalizedText UpToDate { get; } = new("数据库已是当前版本", "The database is of the present version");

    public static LocalizedText Forgotten { get; } = new("{0} 的密钥已销毁；日志仍可验证，其个人信息已无法读出", "The key of {0} is destroyed; the audit still proves itself, nothing personal can be read");

    public static LocalizedText NoKey { get; } = new("地区 {0} 里没有 {1} 的密钥", "Scope {0} has no key of {1}");

    public static LocalizedText Nothing { get; } = new("什么都没有改动", "Nothing was changed");

    public static LocalizedText NotABackup { get; } = new("不是本程序的备份文件", "It is no backup of this program");

    public static LocalizedText WrongPassphrase { get; } = new("口令不对，或文件开头已损坏", "The passphrase is wrong, or the beginning of the file is damaged");

    public static LocalizedText Damaged { get; } = new("备份文件已损坏或不完整", "The backup is damaged or not complete");

    public static LocalizedText NewerProgram { get; } = new("备份出自更新版本的程序", "The backup was written by a later version of the program");

    public static LocalizedText TargetNotEmpty { get; } = new("目标数据库不是空的", "The database to restore into is not empty");

    public static LocalizedText NotTheSame { get; } = new("恢复后的内容与备份不一致，已全部撤回", "What arrived is not what the backup holds; all of it was taken back");

    public static LocalizedText Person { get; } = new("人员编号，如 person/17", "the person's id, e.g. person/17");

    public static LocalizedText PersonAction { get; } = new("forget：销毁密钥", "forget: destroys the key");

    public static LocalizedText Scope { get; } = new("地区编号；默认 0，即整个安装", "number of the scope; default 0, the installation");
}
