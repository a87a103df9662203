// What personal names are made of, and the words that follow a name in official prose; common knowledge lists, data only.

const list = (words: string): string[] => words.trim().split(/\s+/)

/** Surnames of two characters. */
export const DOUBLE_SURNAMES: ReadonlySet<string> = new Set(
  list(
    '欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 端木 百里 呼延 南宫 东郭 西门 独孤 宇文 长孙 轩辕 钟离 闻人 申屠 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 仲孙 鲜于 闾丘 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 段干 第五 梁丘 左丘 东门 南门 赫连 万俟 完颜 纳兰 叶赫',
  ),
)

/** Surnames beyond the list of `surname.ts`, as the census has them too. */
export const RARE_SURNAMES = '麦亢芦揭敬牟苑岐哈栗郇郅缑隽邝冼桓呙雒粟遆庹昝衣帖鄢蒿仉郗逯镡佴母仪阮覃占铁银才禚矫宛綦蔚战冬'

/** Surnames that are more often another word: with them a name needs a clear end. */
export const WEAK_SURNAMES: ReadonlySet<string> = new Set(
  '于和向从经由同时应都能后公全查化代候度家干那单支方常安万成充充相步明有连边水平强道利通越光国文何曾都金双项幸何计戴黄管解任路席温农别居历年区党政县市省州长东西南北中上下大小正双要让将会为以自因与及或是在对把被由给',
)

/** Characters that no given name has: words of structure, office and measure. */
export const NOT_GIVEN: ReadonlySet<string> = new Set(
  '的了是不要们这那就都也还而且把被让给由对於与及或此各每某该我你他她它谁什么怎吗呢吧啊很更最太再又只将已曾着过等个项条人十零二两县市省区镇乡村局部委办厅院组处科室队站政府员副记职务级层类批期度率额值比占减降做作使到去说看听问请需须当可够该负责务工做产企单机构团众组织领导班干层',
)

/** As third character these are nearly always the next word: 李明在会上, 张华率队. */
export const NOT_LAST: ReadonlySet<string> = new Set('在对就向与及到赴率也说等还则被把将要于是的副曾已未又再都均不请因带携讲谈')

/** Characters common in given names: only with these is a name believed when nothing marks its end. */
export const GIVEN: ReadonlySet<string> = new Set(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文辉力志宏海波斌宇浩凯鹏飞林森鑫淼晶亮永健世广义兴良海山仁宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子康星光天达安岩中茂进有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯言若鸣朋梁栋维启克伦翔旭泽晨辰士致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘慧巧美淑惠珠翠雅芝萍莹雪琳晗露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝丽阳妮宝贝初程素秋睿俊峰云宗鹤鸿毅喜洪春长根杨汉东南西北立冬夏秋春雨霖霜雷电晴岳峥嵘嵩川溪泉湖源湘淮渊浚润沛泓潇涵泊沁洁淳深满溢知远近怀念忠孝礼智勇廉耻锋铭锐钢铁铜银锦钰铎钦键锋镇标柱桥梓桐槐柏松柳杉杏桃李枫权柯栩格桢森青山白雪紫蓝黛墨朴实真诚善正方圆直端庄恒久常存守成道理法度景象昊昕晏晖暄曙晟旻曦月圆星辰斗宿少小大一丁万千双全玺玮珂珊琪瑞瑛瑜瑾璇璐环珍珑现珏琦莲菊芬芝茜茵荣莎莉萌萱葵蒙蕾薪苗苏英范姝娅娇婉婷媛嫣嫦妍妙孟季伯仲叔孙子孜学宣宪宛容宽宾寅密富寒尧尚尹屹岗峻巍帆希帅常年幼庭康廷延弈彤彦影征律徽心怡恬恩悟惟愉慈慎懿戈战房扬抒拓振捷攀政效敦斐旗易显晋普晶智曼曹朔望木未本机杰来果枚柔校棋棠楚榆槿樱歆正武殿毕水永汝池汪沐沙治法泳洲津浦浪淑淇清湛滔滨漫潮澄濂瀚灵炜炳烁烨煜煌熙照熊燕爱牧特独玄玖班琛生用田甲申男留略登皓益盈相真睦瞳石矿研碧磐礼祁祖祯福禄禹秀秉科秦积程稳穆空立章竞笑笛笙策简管箫米粟精系约纪纲练组绍绣继绪维绮绿缘罗群羲翀翊翎翰耀耕联聪肖胤能自至舟航良艾节芃芮若茹荀荟药莘莫菡萧落蓬蔚蔓薛藩虎虹融蟾行衡裕西观言许训诗诺谊谦豫贞贤贵贺赋赛越超跃路轩载辅辉达迅迈迎运进连逊逸逢遥遵邦郁郎郝野金鑫钊钟铁铮锡长闯闻阁阔阳隆雄雅雨霏靖静韬韶音页顶须颂颖风飒飞首香马驰骁骏骥高魁鲁鸿鹏鹰麒麟黎默鼎齐龙',
)

/** What follows a name in a report: said, did, went, presided. Longer first where one begins another is not needed. */
export const FOLLOWERS: readonly string[] = list(`
  主持 出席 参加 指出 强调 要求 表示 介绍 讲话 致辞 致词 陪同 率队 带队 率领 带领 一行 同志 批示 作 宣读 通报 传达 汇报 先后 分别 深入 代表 牵头 负责 一同 一起 共同 说 说道 认为
  等 在 到 赴 对 就 向 与 和 及 以及 率 也 还 则 来到 前往 前去 走进 实地 详细 听取 察看 查看 调研 督导 检查 会见 会谈 座谈 慰问 看望 发言 发表 作出 作了 做 任 担任 当选 被 为 兼任 主讲 授课 解读 部署 安排 总结 点评
  随同 随行 列席 应邀 受邀 见证 签署 签约 签订 启动 宣布 揭牌 揭幕 剪彩 颁奖 授牌 观看 参观 考察 巡查 巡河 夜查 暗访 接访 包联 联系 挂帅 坐镇 现场 逐一 逐个 仔细 认真 充分 高度 进一步 首先 随后 最后 再次 多次 同时 希望 勉励 叮嘱 嘱咐 鼓励 提出 提醒 回应 回答 告诉 透露
  以 从 把 将 要 于 是 的 主任 书记 县长 市长 局长 部长 主席 常委 副 及其 以上 专题 召集 组织 召开 开展 推进 督促 督办 调度 协调 指导 抓 走访 拜访 对接 洽谈 会同 约谈 带头 领学 领誓 讲授 讲 上 谈 作为 曾 已 正 正在 今天 当天 日前 近日 上午 下午 当日
  两位 三位 四位 五位 几位 主 接受 接见 接待 迎接 欢迎 感谢 祝贺 宣讲 审议 讨论 研究 决定 同意 请 不 未 又 再 都 均 亲自 身体力行 全程 着重 重点 特别 充分肯定 肯定 对此 此前 目前 现任 现年 出任 履新 任职 升任 离任 去世 逝世 因 根据 按照 通过 围绕 结合 针对 立足 聚焦 一线 全面 带着 带 携
`)
