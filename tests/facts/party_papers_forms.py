"""Who owes whom in further forms: lists of parties, paid guarantees, wages, letters to a friend. Names are invented."""

PAPERS: list[tuple[str, dict[str, str]]] = [
    (
        "还款协议\n"
        "立约双方：\n"
        "林小满（下称出借人），身份证9901；\n"
        "周子墨（下称借款人），身份证9902。\n"
        "一、借款人欠出借人5万元。",
        {"林小满": "creditor", "周子墨": "debtor"},
    ),
    (
        "分期清偿协议\n权利人：岚山融资租赁有限公司\n承租人：周子墨\n车辆租金逾期，承租人尚欠租金3万元，分10期清偿。",
        {"岚山融资租赁有限公司": "creditor", "周子墨": "debtor"},
    ),
    (
        "周子墨同志：\n经研究，本社同意你户所欠贷款本金4万元分两年归还。\n青禾县农村信用合作联社\n2026年3月1日",
        {"周子墨": "debtor", "青禾县农村信用合作联社": "creditor"},
    ),
    (
        "还款承诺\n"
        "林小满大哥：\n"
        "我周子墨2025年借你的两万块钱，一直没还上，很对不起。我保证今年年底还清。\n"
        "周子墨\n"
        "2026.3.1",
        {"周子墨": "debtor", "林小满": "creditor"},
    ),
    (
        "债务重组协议书\n贷款人：甲方 禾川银行股份有限公司\n借款人：乙方 周子墨\n保证人：丙方 吴一凡",
        {"禾川银行股份有限公司": "creditor", "周子墨": "debtor", "吴一凡": "guarantor"},
    ),
    (
        "信用卡欠款分期还款协议\n"
        "甲方：周子墨（主卡持卡人）\n"
        "乙方：岚山银行股份有限公司信用卡中心\n"
        "丙方：林小满（附属卡持卡人）",
        {"周子墨": "debtor", "岚山银行股份有限公司信用卡中心": "creditor", "林小满": "co_debtor"},
    ),
    (
        "代偿还款协议\n"
        "甲方（担保人）：吴一凡\n"
        "乙方（借款人）：周子墨\n"
        "鉴于甲方已代乙方向禾川银行偿还贷款8万元，乙方应于两年内分期偿还甲方。",
        {"吴一凡": "creditor", "周子墨": "debtor"},
    ),
    (
        "还款协议\n"
        "甲方：柳叶企业管理咨询有限公司\n"
        "乙方：周子墨\n"
        "甲方受禾川消费金融有限公司委托，代表其与乙方协商。乙方尚欠禾川消费金融有限公司借款2万元。",
        {"柳叶企业管理咨询有限公司": "agent", "禾川消费金融有限公司": "creditor", "周子墨": "debtor"},
    ),
    (
        "协商还款确认书\n"
        "本人：周子墨（身份证号9901），因资金困难，未能按时偿还青禾消费金融有限公司的借款。经与青禾消费金融有限公司协商，分12期偿还。\n"
        "确认人：周子墨",
        {"周子墨": "debtor", "青禾消费金融有限公司": "creditor"},
    ),
    (
        "借款展期协议\n"
        "出借人：林小满、吴一凡\n"
        "借款人：泽川养殖场\n"
        "经营者：周子墨\n"
        "经营者周子墨对本协议项下债务承担无限连带责任。",
        {"林小满": "creditor", "吴一凡": "creditor", "泽川养殖场": "debtor", "周子墨": "guarantor"},
    ),
    (
        "还款计划书\n"
        "致青禾小额贷款有限公司：\n"
        "借款人周子墨、共同借款人林小满于2024年向贵公司借款10万元，现承诺分20期归还。\n"
        "借款人：周子墨\u3000共同借款人：林小满",
        {"青禾小额贷款有限公司": "creditor", "周子墨": "debtor", "林小满": "co_debtor"},
    ),
    (
        "停息挂账协议\n"
        "甲方：周子墨\n"
        "乙方：禾川银行股份有限公司岚山支行\n"
        "甲方名下信用卡（尾号0001）透支本金2万元，乙方同意停止计息，甲方分60期归还。\n"
        "甲方还款至乙方指定账户，户名：禾川银行股份有限公司岚山支行。",
        {"周子墨": "debtor", "禾川银行股份有限公司岚山支行": "creditor"},
    ),
    (
        "还款协议\n"
        "债务人周子墨（以下简称“甲方”）与债权人林小满（以下简称“乙方”）就借款一事达成协议。"
        "款项汇至乙方儿子吴一凡名下账户，账号6222 9901 1234。",
        {"周子墨": "debtor", "林小满": "creditor", "吴一凡": "payee"},
    ),
    (
        "工资欠款分期协议\n"
        "用人单位：泽川服饰有限公司\n"
        "员工：周子墨\n"
        "泽川服饰有限公司拖欠周子墨工资3万元，分三个月付清。",
        {"泽川服饰有限公司": "debtor", "周子墨": "creditor"},
    ),
    (
        "和解笔录\n"
        "申请人：岚山资产管理股份有限公司\n"
        "被申请人一：周子墨\n"
        "被申请人二：林小满\n"
        "三方确认：被申请人一欠申请人5万元，被申请人二承担连带清偿责任。",
        {"岚山资产管理股份有限公司": "creditor", "周子墨": "debtor", "林小满": "debtor"},
    ),
    (
        "延期还款申请\n"
        "青禾分期客服：\n"
        "我叫周子墨，手机尾号1234。在你们平台借的5000元到期还不上，想延期三个月。资金方是禾川银行股份有限公司。\n"
        "周子墨",
        {"周子墨": "debtor", "禾川银行股份有限公司": "creditor"},
    ),
    (
        "还款约定\n债主林小满，欠款人周子墨。欠款一万八千元，每月十五号还一千五百元。",
        {"林小满": "creditor", "周子墨": "debtor"},
    ),
    (
        "车贷和解协议\n"
        "甲方：青禾汽车金融有限公司\n"
        "地址：岚山市1号\n"
        "法定代表人：王强\n"
        "联系人：郑可心\n"
        "乙方：周子墨\n"
        "紧急联系人：吴一凡（朋友）\n"
        "乙方车辆贷款逾期6期，双方和解。",
        {"青禾汽车金融有限公司": "creditor", "周子墨": "debtor"},
    ),
]

ENGLISH: list[tuple[str, dict[str, str]]] = [
    (
        "Ms Jane Roe\n"
        "12 Elm Lane\n"
        "\n"
        "1 May 2026\n"
        "\n"
        "Dear Ms Roe,\n"
        "\n"
        "Your account with Alder Bank plc\n"
        "\n"
        "We have agreed a payment arrangement of £50 a month.\n"
        "\n"
        "Yours sincerely,\n"
        "\n"
        "Pat Poe\n"
        "Collections Manager\n"
        "Alder Bank plc",
        {"Jane Roe": "debtor", "Alder Bank plc": "creditor"},
    ),
    (
        "REPAYMENT AGREEMENT\n"
        "Date: 1 May 2026\n"
        "Parties:\n"
        '1. Alder Credit Union Limited ("we", "us")\n'
        '2. Jane Roe ("you")\n'
        "You owe us £900.",
        {"Alder Credit Union Limited": "creditor", "Jane Roe": "debtor"},
    ),
    (
        "Dear Mr Roe\n"
        "We act for Alder Finance Limited, to whom you owe £900.\n"
        "Yours faithfully\n"
        "Birch Collections Limited",
        {"Alder Finance Limited": "creditor", "Birch Collections Limited": "agent"},
    ),
]
