"""Who owes whom in papers of unusual voices: app pages, letters, courts, villages, owners. Names are invented."""

PAPERS: list[tuple[str, dict[str, str]]] = [
    (
        "还款方案告知函\n"
        "致：周子墨先生\n"
        "您在岚山银行股份有限公司信用卡中心办理的信用卡（尾号1234）已逾期。经协商，本中心同意您分24期偿还。\n"
        "特此函告。\n"
        "岚山银行股份有限公司信用卡中心\n"
        "2026年5月1日",
        {"周子墨": "debtor", "岚山银行股份有限公司信用卡中心": "creditor"},
    ),
    (
        "尊敬的客户林小满：\n您好！我是岚山汽车金融有限公司的客户经理吴一凡。您的车贷方案如下：分12期归还。",
        {"林小满": "debtor", "岚山汽车金融有限公司": "creditor"},
    ),
    (
        "民事调解书\n"
        "（2026）岚0102民初123号\n"
        "原告：岚山小额贷款有限公司，住所地岚山市1号。\n"
        "法定代表人：王强，经理。\n"
        "委托诉讼代理人：郑可心，岚山律师事务所律师。\n"
        "被告：周子墨，男，1990年1月1日出生。\n"
        "被告：林小满，女，系周子墨之妻。\n"
        "双方自愿达成如下协议：一、被告周子墨、林小满共同偿还原告借款5万元。",
        {"岚山小额贷款有限公司": "creditor", "周子墨": "debtor", "林小满": "debtor"},
    ),
    (
        "执行和解协议\n"
        "申请执行人：林小满，女，住岚山市。\n"
        "被执行人：周子墨，男。\n"
        "担保人（案外人）：吴一凡，系被执行人之兄。\n"
        "就（2026）岚0102执12号案，双方达成和解。",
        {"林小满": "creditor", "周子墨": "debtor", "吴一凡": "guarantor"},
    ),
    (
        "欠款清偿协议\n"
        "供方：泽川钢材贸易有限公司\n"
        "需方：岚山建筑工程有限公司\n"
        "需方尚欠供方钢材货款30万元，分三次付清。",
        {"泽川钢材贸易有限公司": "creditor", "岚山建筑工程有限公司": "debtor"},
    ),
    (
        "租金欠款分期协议\n出租方：林小满\n承租方：周子墨\n承租方拖欠出租方租金1万元，分四期偿还。",
        {"林小满": "creditor", "周子墨": "debtor"},
    ),
    (
        "信用卡个性化分期还款协议\n"
        "发卡机构：禾川银行股份有限公司\n"
        "客户：周子墨\n"
        "客户所持发卡机构信用卡透支，协商分60期偿还。",
        {"禾川银行股份有限公司": "creditor", "周子墨": "debtor"},
    ),
    (
        "债务和解协议\n"
        "资产受让方：柳叶资产管理有限公司\n"
        "资产出让方：禾川银行股份有限公司\n"
        "债务人：周子墨\n"
        "一、和解金额2万元。",
        {"柳叶资产管理有限公司": "creditor", "禾川银行股份有限公司": "original_creditor", "周子墨": "debtor"},
    ),
    (
        "三方还款协议\n"
        "甲方（贷款银行）：禾川银行股份有限公司\n"
        "乙方（借款人）：周子墨\n"
        "丙方（担保公司）：青禾融资担保有限公司\n"
        "乙方未按期还款的，由丙方代偿。",
        {"禾川银行股份有限公司": "creditor", "周子墨": "debtor", "青禾融资担保有限公司": "guarantor"},
    ),
    (
        "还款协议\n"
        "甲方：青禾消费金融有限公司\n"
        "乙方：周子墨\n"
        "乙方尚欠甲方2万元。\n"
        "甲方（盖章）：\n"
        "乙方（签字）：周子墨（由其母林小满代签）",
        {"青禾消费金融有限公司": "creditor", "周子墨": "debtor"},
    ),
    (
        "还款计划\n"
        "我周子墨于2025年3月借林小满现金两万元，到现在没有还清。我保证从下个月起每月还1000元。\n"
        "周子墨\n"
        "2026年5月1日",
        {"周子墨": "debtor", "林小满": "creditor"},
    ),
    (
        "欠条\n本人周子墨（身份证9901）欠林小满货款叁万元整，分三次还清。\n欠款人：周子墨",
        {"周子墨": "debtor", "林小满": "creditor"},
    ),
    (
        "个性化还款方案\n"
        "客户姓名\u3000周子墨\n"
        "贷款机构\u3000青禾消费金融有限公司\n"
        "合作平台\u3000柳叶信息技术有限公司\n"
        "紧急联系人\u3000吴一凡\n"
        "方案期数\u300012期",
        {"周子墨": "debtor", "青禾消费金融有限公司": "creditor", "柳叶信息技术有限公司": "platform"},
    ),
    (
        "分期协议\n我们是禾川市商业银行股份有限公司（下称“我行”），您是借款人周子墨。您欠我们贷款本金3万元。",
        {"禾川市商业银行股份有限公司": "creditor", "周子墨": "debtor"},
    ),
    (
        "协议书\n借款的人：周子墨\n放款的人：林小满\n周子墨借林小满一万元，按月还。钱打到林小满儿子吴一凡的卡上。",
        {"周子墨": "debtor", "林小满": "creditor", "吴一凡": "payee"},
    ),
    (
        "还款协议\n"
        "甲方：林小满\n"
        "乙方：周子墨\n"
        "乙方欠甲方三万元。款项转入林小满在禾川农村商业银行开设的账户，或者存入其岚山银行储蓄卡。",
        {"林小满": "creditor", "周子墨": "debtor"},
    ),
    (
        "还款协议\n"
        "债权人：岚山小额贷款有限公司\n"
        "债务人：周子墨\n"
        "此外，债务人每月向债权人指定的柳叶信息咨询服务部缴纳服务费200元。",
        {"岚山小额贷款有限公司": "creditor", "周子墨": "debtor", "柳叶信息咨询服务部": "payee"},
    ),
    (
        "还款协议\n"
        "甲方：泽川装饰有限公司\n"
        "法定代表人：吴一凡\n"
        "乙方：岚山建材有限公司\n"
        "甲方尚欠乙方货款20万元。吴一凡自愿与甲方共同承担上述债务的清偿责任。",
        {"泽川装饰有限公司": "debtor", "岚山建材有限公司": "creditor", "吴一凡": "co_debtor"},
    ),
    (
        "还款协议\n"
        "甲方：岚山建材有限公司\n"
        "乙方：泽川装饰有限公司\n"
        "法定代表人：王强\n"
        "乙方尚欠甲方货款20万元。乙方股东吴一凡以个人财产对上述债务承担连带保证责任。",
        {"泽川装饰有限公司": "debtor", "岚山建材有限公司": "creditor", "吴一凡": "guarantor"},
    ),
    (
        "催收函\n周子墨：\n您于2025年在禾川银行股份有限公司办理的贷款已逾期，请于三日内还清。\n禾川银行股份有限公司",
        {"周子墨": "debtor", "禾川银行股份有限公司": "creditor"},
    ),
    (
        "还款确认页\n用户：周*墨\n您向岚山网络小额贷款有限公司借款，剩余应还5000元。柳叶科技有限公司提供信息技术服务。",
        {"周*墨": "debtor", "岚山网络小额贷款有限公司": "creditor", "柳叶科技有限公司": "platform"},
    ),
    (
        "调解协议\n"
        "当事人甲：林小满，女，住青禾区。\n"
        "当事人乙：周子墨，男，住岚山区。\n"
        "周子墨欠林小满借款3万元，分6期归还。",
        {"林小满": "creditor", "周子墨": "debtor"},
    ),
    (
        "还款承诺书\n债主：林小满\n我，周子墨，因做生意亏了，欠债主五万元，保证两年还清。\n见证：吴一凡\n承诺：周子墨",
        {"林小满": "creditor", "周子墨": "debtor"},
    ),
    (
        "延期申请\n"
        "岚山银行股份有限公司：\n"
        "本人系贵行贷款客户周子墨，因病住院，申请延期六个月。\n"
        "申请人（由妻子林小满代写）：周子墨",
        {"周子墨": "debtor", "岚山银行股份有限公司": "creditor"},
    ),
]

ENGLISH: list[tuple[str, dict[str, str]]] = [
    (
        "ALDER FINANCE LIMITED\n"
        "Registered in England\n"
        "Ms Jane Roe\n"
        "12 Elm Lane\n"
        "1 May 2026\n"
        "Your repayment plan\n"
        "Dear Ms Roe\n"
        "We agree to accept £50 a month.\n"
        "Yours sincerely\n"
        "Pat Poe, for Alder Finance Limited",
        {"Alder Finance Limited": "creditor", "Jane Roe": "debtor"},
    ),
    (
        "Repayment agreement\n"
        "This agreement is made on 1 May 2026 between Alder Finance Limited and Jane Roe.\n"
        "Jane Roe owes Alder Finance Limited £900 and will pay £50 a month.",
        {"Alder Finance Limited": "creditor", "Jane Roe": "debtor"},
    ),
    (
        "Payment arrangement\n"
        "We, Alder Finance Limited, agree with you, Jane Roe, that you will repay £900 in 18 instalments.",
        {"Alder Finance Limited": "creditor", "Jane Roe": "debtor"},
    ),
    (
        "Alder Bank plc\nDear Jane Roe,\nYour loan with us is in arrears. You agree to pay £50 a month.",
        {"Alder Bank plc": "creditor", "Jane Roe": "debtor"},
    ),
    (
        "DEBT SETTLEMENT AGREEMENT\n"
        "This agreement is by and between:\n"
        '(1) Alder Finance Ltd (company no. 1) of 1 Mill Street (the "Lender"); and\n'
        '(2) Mr John Roe of 12 Elm Lane (the "Borrower").',
        {"Alder Finance Ltd": "creditor", "John Roe": "debtor"},
    ),
    (
        "Repayment plan\nLender: Sam Poe\nI, Jane Roe, owe Sam Poe £900 and will pay £50 a month.\nSigned: Jane Roe",
        {"Sam Poe": "creditor", "Jane Roe": "debtor"},
    ),
]
