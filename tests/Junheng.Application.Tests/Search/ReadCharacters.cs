namespace Junheng.Application.Tests.Search;

/// <summary>Characters of surnames and of names of schools and places, by the first letter of their reading as a dictionary has it; written down by hand.</summary>
internal static class ReadCharacters
{
    public static IEnumerable<(char Character, char Letter)> All => Surnames.Concat(Places).SelectMany(each => each.Characters.Select(character => (character, each.Letter))).Distinct();

    public static IReadOnlyList<(char Letter, string Characters)> Surnames { get; } =
    [
        ('a', "安敖艾"),
        ('b', "白毕鲍包卞柏贲边班别卜步薄"),
        ('c', "陈曹程崔蔡常柴楚岑储昌成池丛充巢"),
        ('d', "杜邓戴丁董窦段狄邸东都党刁"),
        ('e', "鄂"),
        ('f', "范方冯傅付费樊符房凤伏封丰"),
        ('g', "郭高龚葛耿顾管古关甘戈宫公巩缑桂勾"),
        ('h', "何黄胡韩郝侯贺洪霍华花怀杭弘衡桓"),
        ('j', "江蒋金贾季姜焦靳纪荆简吉计嵇景经井"),
        ('k', "孔康柯寇匡况阚邝"),
        ('l', "李刘林罗梁吕卢陆龙黎赖雷路柳廖鲁骆凌栾连蓝娄厉郎练"),
        ('m', "马毛孟莫麦苗梅牟穆闵米茅明"),
        ('n', "聂牛倪宁农年能"),
        ('o', "欧"),
        ('p', "潘彭裴庞蒲皮平濮"),
        ('q', "齐钱秦邱乔曲祁戚漆邛权"),
        ('r', "任阮荣冉饶茹芮"),
        ('s', "孙宋苏史施邵申尚舒司索桑沙水双"),
        ('t', "唐田谭汤陶滕童涂屠邰"),
        ('w', "王吴魏汪韦温文翁武邬伍危卫"),
        ('x', "徐许谢夏萧薛熊肖辛邢项宣席胥"),
        ('y', "杨于余袁姚尹严殷阎易游应喻俞岳颜云"),
        ('z', "张赵周朱郑钟邹章庄左詹甄臧祝卓宗"),
    ];

    public static IReadOnlyList<(char Letter, string Characters)> Places { get; } =
    [
        ('c', "城澄昌澈村常春聪"),
        ('x', "溪县小学乡兴新希心信西星贤晓"),
        ('z', "镇中州庄寨政忠志"),
        ('d', "大东第丁德达店"),
        ('y', "一育英永阳勇原园源"),
        ('s', "实山双水三沙松"),
        ('w', "文外五武王湾"),
        ('f', "附奉凤丰芳"),
        ('g', "贯光高港桂古"),
        ('j', "九教街江建家济金镜"),
        ('l', "岭立联龙梁林柳"),
        ('m', "明民庙马美"),
        ('h', "湖和红海河华花"),
        ('q', "期桥清青泉前启强"),
        ('t', "堂塘天桃铁潭"),
        ('p', "坪普平浦坡"),
        ('b', "北滨白班步百"),
        ('n', "南宁农"),
        ('r', "仁荣瑞"),
        ('k', "开康科"),
        ('e', "二恩"),
        ('a', "安奥岸"),
        ('o', "欧"),
    ];
}
