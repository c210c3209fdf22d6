"""The controlled vocabularies: every value with a label, a definition and its source.

Codes are stable for ever: a value may be explained better, never renamed or reused. The
definitions are ours; ``source`` says which convention, codebook or practice draws the line.
"UNTOC" is A/RES/55/25 annex I, "Trafficking Protocol" its annex II, "Smuggling Protocol" its
annex III, "Firearms Protocol" A/RES/55/255, "UNCAC" A/RES/58/4. "SHERLOC" is UNODC's knowledge
portal (its list of crime types), "PEMA" the Peacekeeping Mandates dataset, "PACT" the
Peacekeeping Activities dataset, "OSCE" the list of that organization's fields of work.
"""

from __future__ import annotations

from peaceops._term import Term

_OURS = "peaceops codebook"


class CrimeType(Term):
    """Kinds of organized crime, as documents on peace and security name them."""

    ORGANIZED_CRIME = (
        "organized-crime", "Organized crime (unspecified)",
        "Organized or transnational crime and criminal groups where no single kind is named.",
        "UNTOC, arts. 2 (a), 3 and 5",
    )
    DRUG_TRAFFICKING = (
        "drug-trafficking", "Drug trafficking",
        "Production, transport or sale of narcotic drugs, psychotropic substances or precursors.",
        "SHERLOC: drug offences",
    )
    ARMS_TRAFFICKING = (
        "arms-trafficking", "Arms trafficking",
        "Illicit manufacture, transfer, diversion or flow of weapons, ammunition, explosives "
        "or their parts, across a border or in breach of an embargo.",
        "Firearms Protocol, arts. 3 (d)-(e) and 5",
    )
    TRAFFICKING_IN_PERSONS = (
        "trafficking-in-persons", "Trafficking in persons",
        "Recruiting, moving or holding people by force or deceit in order to exploit them.",
        "Trafficking Protocol, art. 3",
    )
    SMUGGLING_OF_MIGRANTS = (
        "smuggling-of-migrants", "Smuggling of migrants",
        "Procuring, for gain, a person's illegal entry into a State.",
        "Smuggling Protocol, arts. 3 (a) and 6",
    )
    NATURAL_RESOURCES = (
        "natural-resources", "Illegal exploitation of natural resources",
        "Illegal extraction of, or trade in, minerals, gems, timber, charcoal and the like, "
        "oil and wildlife apart.",
        "Security Council practice (for example S/RES/1457 (2003)); no SHERLOC type of its own",
    )
    PETROLEUM_SMUGGLING = (
        "petroleum-smuggling", "Petroleum smuggling",
        "Illicit export, import or sale of crude oil or refined petroleum products.",
        "Security Council practice (for example S/RES/2146 (2014))",
    )
    WILDLIFE_CRIME = (
        "wildlife-crime", "Wildlife and forest crime",
        "Poaching of, and illegal trade in, protected animals and plants and their products.",
        "SHERLOC: wildlife, forest and fisheries crime",
    )
    ILLEGAL_FISHING = (
        "illegal-fishing", "Illegal fishing",
        "Illegal, unreported and unregulated fishing.",
        "SHERLOC: wildlife, forest and fisheries crime",
    )
    PIRACY = (
        "piracy", "Piracy and armed robbery at sea",
        "Attacks on ships for private ends, on the high seas or in coastal waters.",
        "SHERLOC: piracy and maritime crime",
    )
    MONEY_LAUNDERING = (
        "money-laundering", "Money laundering",
        "Hiding or converting the proceeds of crime, and illicit financial flows.",
        "UNTOC, art. 6; UNCAC, art. 23",
    )
    CORRUPTION = (
        "corruption", "Corruption",
        "Bribery, embezzlement and abuse of office; not misconduct of the mission's own staff.",
        "UNCAC, arts. 15-25; UNTOC, art. 8",
    )
    TERRORIST_FINANCING = (
        "terrorist-financing", "Financing of terrorism",
        "Raising, holding or moving funds for terrorist acts or groups.",
        "SHERLOC: terrorism; S/RES/1373 (2001)",
    )
    TERRORISM_NEXUS = (
        "terrorism-nexus", "Links between terrorism and organized crime",
        "Terrorist groups that profit from crime or work with criminal groups.",
        "S/RES/2195 (2014)",
    )
    CULTURAL_PROPERTY = (
        "cultural-property", "Trafficking in cultural property",
        "Looting, smuggling or sale of objects of cultural, religious or historical value.",
        "SHERLOC: trafficking in cultural property; S/RES/2199 (2015)",
    )
    KIDNAPPING = (
        "kidnapping", "Kidnapping for ransom and extortion",
        "Abduction or hostage-taking for ransom, and extortion.",
        "S/RES/2133 (2014)",
    )
    GANG_VIOLENCE = (
        "gang-violence", "Gang violence",
        "Violence by armed criminal gangs that control people or territory.",
        "Security Council practice (S/RES/2653 (2022))",
    )
    CYBERCRIME = (
        "cybercrime", "Cybercrime",
        "Offences against or by means of information and communications technology.",
        "SHERLOC: cybercrime",
    )
    COUNTERFEITING = (
        "counterfeiting", "Counterfeit and excise goods",
        "Trade in counterfeit currency, goods, excise goods or falsified medical products.",
        "SHERLOC: counterfeiting; falsified medical products",
    )
    ENVIRONMENTAL_CRIME = (
        "environmental-crime", "Other environmental crime",
        "Waste trafficking, pollution and other crimes that affect the environment.",
        "SHERLOC: waste trafficking",
    )
    FINANCIAL_CRIME = (
        "financial-crime", "Other financial crime",
        "Fraud, tax crime and other financial offences, money laundering apart.",
        "Global Organized Crime Index: financial crimes",
    )
    SMUGGLING = (
        "smuggling", "Other smuggling",
        "Contraband and illicit trafficking where the text names no goods.",
        _OURS,
    )


class Activity(Term):
    """What a task consists of: general mandate tasks and responses to organized crime."""

    CEASEFIRE_MONITORING = (
        "ceasefire-monitoring", "Ceasefire monitoring",
        "Observing, verifying or supervising a ceasefire, truce or cessation of hostilities.",
        "PEMA; PACT: ceasefire",
    )
    BUFFER_ZONE = (
        "buffer-zone", "Buffer zone",
        "Holding or patrolling a zone between parties.",
        "PEMA; PACT",
    )
    WITHDRAWAL_MONITORING = (
        "withdrawal-monitoring", "Withdrawal monitoring",
        "Verifying withdrawal, disengagement or redeployment of forces.",
        "PEMA",
    )
    AGREEMENT_SUPPORT = (
        "agreement-support", "Support to a peace agreement",
        "Helping parties to carry out a peace agreement, or verifying that they do.",
        "PACT: peace process",
    )
    GOOD_OFFICES = (
        "good-offices", "Good offices and mediation",
        "Mediating, facilitating talks, preventive diplomacy.",
        "PACT: peace process; UN practice on special political missions",
    )
    RECONCILIATION = (
        "reconciliation", "Reconciliation and dialogue",
        "National or local dialogue, confidence-building between communities.",
        "PEMA; PACT: national reconciliation",
    )
    EARLY_WARNING = (
        "early-warning", "Early warning and political reporting",
        "Watching and reporting developments so that conflict is prevented.",
        "OSCE: conflict prevention and resolution",
    )
    PROTECTION_OF_CIVILIANS = (
        "protection-of-civilians", "Protection of civilians",
        "Protecting people under threat of physical violence.",
        "PEMA; PACT: protection of civilians",
    )
    SECURITY_PROVISION = (
        "security-provision", "Provision of security",
        "Securing areas, sites, routes or institutions; a secure and stable environment.",
        "PACT: operations (patrols)",
    )
    USE_OF_FORCE = (
        "use-of-force", "Operations against armed groups",
        "Military operations against named or unnamed armed groups.",
        "PACT: operations (use of force)",
    )
    PROTECTION_OF_PERSONNEL = (
        "protection-of-personnel", "Protection of personnel",
        "Protecting United Nations or associated personnel, installations and equipment.",
        "PEMA",
    )
    DDR = (
        "ddr", "Disarmament, demobilization and reintegration",
        "Disarming, cantoning, demobilizing, repatriating or reintegrating fighters.",
        "PEMA; PACT: disarmament and demobilization; reintegration",
    )
    WEAPONS_MANAGEMENT = (
        "weapons-management", "Weapons and ammunition management",
        "Control, collection, marking, storage, destruction or tracing of weapons.",
        "PACT: control of small arms and light weapons; OSCE: arms control",
    )
    MINE_ACTION = (
        "mine-action", "Mine action",
        "Clearing mines and explosive remnants, or teaching about their risk.",
        "PEMA; PACT: demining",
    )
    SECURITY_SECTOR_REFORM = (
        "security-sector-reform", "Security sector reform",
        "Reforming, training or rebuilding armed forces and security institutions as a whole.",
        "PEMA; PACT: military reform; OSCE: reform and co-operation in the security sector",
    )
    MILITARY_TRAINING = (
        "military-training", "Military training",
        "Training, advising or equipping armed forces or coast guards.",
        "EEAS practice on military training missions",
    )
    POLICE_SUPPORT = (
        "police-support", "Police support",
        "Reforming, training, mentoring or monitoring police and other law enforcement.",
        "PACT: police reform; OSCE: policing",
    )
    EXECUTIVE_POLICING = (
        "executive-policing", "Executive policing",
        "Enforcing law with police powers of the mission's own.",
        "PACT: operations (policing)",
    )
    JUSTICE_SUPPORT = (
        "justice-support", "Justice support",
        "Helping courts, prosecutors and other judicial institutions, or monitoring trials.",
        "PACT: justice sector reform; OSCE: rule of law",
    )
    CORRECTIONS_SUPPORT = (
        "corrections-support", "Corrections support",
        "Helping prison and corrections services.",
        "PACT: prison reform",
    )
    TRANSITIONAL_JUSTICE = (
        "transitional-justice", "Transitional justice and accountability",
        "Arresting or helping to prosecute perpetrators of grave crimes; truth commissions.",
        "PACT: transitional justice",
    )
    RULE_OF_LAW = (
        "rule-of-law", "Rule of law",
        "Strengthening the rule of law where no single institution is named.",
        "PEMA; OSCE: rule of law",
    )
    LEGAL_REFORM = (
        "legal-reform", "Legislative assistance",
        "Drafting, reviewing or harmonizing laws and norms.",
        "PACT: legal reform",
    )
    CONSTITUTION = (
        "constitution", "Constitutional process",
        "Helping to draft or adopt a constitution.",
        "PEMA",
    )
    ELECTIONS = (
        "elections", "Elections",
        "Organizing, supporting, securing or observing elections or referendums.",
        "PEMA; PACT: elections; OSCE: elections",
    )
    DEMOCRATIZATION = (
        "democratization", "Democratic institutions and civil society",
        "Supporting parliaments, parties, civil society and political participation.",
        "PACT: democratic institutions; OSCE: democratization",
    )
    STATE_AUTHORITY = (
        "state-authority", "Extension of state authority",
        "Helping the State to restore or extend its administration over its territory.",
        "PEMA; PACT: state authority",
    )
    GOVERNANCE = (
        "governance", "Governance and public administration",
        "Building public institutions, local government, public finance.",
        "PACT: state administration; OSCE: good governance",
    )
    TRANSITIONAL_ADMINISTRATION = (
        "transitional-administration", "Transitional administration",
        "Governing a territory, in whole or in part.",
        "PEMA",
    )
    HUMAN_RIGHTS = (
        "human-rights", "Human rights",
        "Monitoring, investigating, reporting or promoting human rights.",
        "PEMA; PACT: human rights; OSCE: human rights",
    )
    MINORITIES = (
        "minorities", "Minorities and community rights",
        "Protecting rights of national minorities, Roma and Sinti, and other communities.",
        "OSCE: national minority issues; Roma and Sinti",
    )
    TOLERANCE = (
        "tolerance", "Tolerance and non-discrimination",
        "Countering discrimination, hate speech and hate crime.",
        "OSCE: tolerance and non-discrimination",
    )
    WOMEN_PEACE_SECURITY = (
        "women-peace-security", "Women, peace and security",
        "Women's participation and protection; gender equality.",
        "PACT: gender; OSCE: gender equality",
    )
    SEXUAL_VIOLENCE = (
        "sexual-violence", "Conflict-related sexual violence",
        "Preventing, monitoring or responding to sexual violence in conflict.",
        "PACT: sexual violence",
    )
    CHILDREN = (
        "children", "Children and armed conflict",
        "Protecting children, ending their recruitment.",
        "PACT: child rights",
    )
    YOUTH = (
        "youth", "Youth",
        "Participation and opportunities of young people.",
        "OSCE: youth",
    )
    HUMANITARIAN_ACCESS = (
        "humanitarian-access", "Humanitarian access",
        "Creating the conditions for, or securing, humanitarian relief.",
        "PEMA; PACT: humanitarian relief",
    )
    HUMANITARIAN_RELIEF = (
        "humanitarian-relief", "Humanitarian relief",
        "Coordinating or delivering relief.",
        "PEMA; PACT: humanitarian relief",
    )
    RETURN_OF_REFUGEES = (
        "return-of-refugees", "Return of refugees and displaced persons",
        "Supporting return, resettlement or local integration.",
        "PEMA; PACT: refugees",
    )
    ECONOMIC_RECOVERY = (
        "economic-recovery", "Economic recovery and development",
        "Reconstruction, livelihoods, economic reform.",
        "PACT: economic development; OSCE: economic activities",
    )
    RESOURCE_GOVERNANCE = (
        "resource-governance", "Governance of natural resources",
        "Helping to manage natural resources and the environment lawfully.",
        "PACT: resources; OSCE: environmental activities",
    )
    MEDIA = (
        "media", "Media and public information",
        "Free media, broadcasting, public information.",
        "PACT: media; OSCE: media freedom and development",
    )
    EDUCATION = (
        "education", "Education",
        "Schools, universities, education policy.",
        "OSCE: education",
    )
    CULTURAL_HERITAGE = (
        "cultural-heritage", "Cultural heritage",
        "Protecting cultural and historical sites.",
        "S/RES/2100 (2013), para. 16 (f)",
    )
    MIGRATION = (
        "migration", "Migration management",
        "Orderly migration, rescue at sea, support to migration authorities.",
        "OSCE: migration",
    )
    BORDER_CONTROL = (
        "border-control", "Border and customs control",
        "Controlling or monitoring borders, ports, airports, or helping those who do.",
        "PACT: border control; OSCE: border management",
    )
    ARMS_EMBARGO_SUPPORT = (
        "arms-embargo-support", "Support to an arms embargo",
        "Monitoring, reporting or enforcing an arms embargo.",
        "PACT: arms embargo",
    )
    SANCTIONS_SUPPORT = (
        "sanctions-support", "Support to sanctions",
        "Helping a sanctions committee or its panel, other measures than arms.",
        "Security Council practice",
    )
    MARITIME_SECURITY = (
        "maritime-security", "Maritime security",
        "Surveillance, escort, security at sea and of ports.",
        "EEAS practice on naval operations; ZIF: maritime security",
    )
    LOGISTIC_SUPPORT = (
        "logistic-support", "Support to other forces",
        "Supplying, transporting or advising a force of another organization or State.",
        "Security Council practice (support offices)",
    )
    COORDINATION = (
        "coordination", "Coordination and information sharing",
        "Coordinating partners; regional and international cooperation; exchange of information.",
        _OURS,
    )
    MONITORING = (
        "monitoring", "Monitoring and reporting",
        "Collecting information on an illicit activity and reporting it.",
        "PEMA modality monitor; PACT category monitor",
    )
    INVESTIGATION = (
        "investigation", "Investigation",
        "Inquiring into single cases: by police, prosecutors, or experts of a panel.",
        _OURS,
    )
    RESEARCH = (
        "research", "Research and analysis",
        "Assessments, mapping, statistics, knowledge bases.",
        _OURS,
    )
    POLICY_ADVICE = (
        "policy-advice", "Policy and strategic advice",
        "Helping to write or carry out strategies and policies.",
        "PACT category advocate",
    )
    CAPACITY_BUILDING = (
        "capacity-building", "Training and capacity-building",
        "Training, mentoring and equipping where no single institution is named.",
        "PACT category assist",
    )
    LAW_ENFORCEMENT_SUPPORT = (
        "law-enforcement-support", "Support to law enforcement against crime",
        "Helping police, gendarmerie or specialized units to act against a crime.",
        _OURS,
    )
    SUPPLY_CHAIN_REGULATION = (
        "supply-chain-regulation", "Regulation of supply chains",
        "Certification, traceability and due diligence for commodities.",
        "Security Council practice (Kimberley Process; due diligence guidelines)",
    )
    DISRUPT_FINANCING = (
        "disrupt-financing", "Cutting off financing",
        "Depriving armed or criminal groups of revenue.",
        _OURS,
    )
    DISRUPT_NETWORKS = (
        "disrupt-networks", "Disrupting criminal networks",
        "Breaking up the organization or business model of a criminal network.",
        "EU acts on naval operations in the Mediterranean",
    )
    INTERDICTION = (
        "interdiction", "Inspection, interdiction and seizure",
        "Stopping, inspecting, seizing or disposing of vessels, vehicles, cargo or goods.",
        _OURS,
    )
    ASSET_RECOVERY = (
        "asset-recovery", "Asset recovery",
        "Tracing, freezing, confiscating, managing and returning proceeds of crime.",
        "UNCAC, chap. V",
    )
    ANTI_MONEY_LAUNDERING = (
        "anti-money-laundering", "Measures against money laundering",
        "Financial intelligence, supervision and other measures against laundering.",
        "UNTOC, art. 7; UNCAC, art. 14",
    )
    ANTI_CORRUPTION = (
        "anti-corruption", "Anti-corruption",
        "Preventing, detecting or prosecuting corruption.",
        "UNCAC, chaps. II and III; OSCE: good governance",
    )
    PREVENTION = (
        "prevention", "Prevention and awareness",
        "Keeping people from crime or from becoming victims: campaigns, youth work.",
        "UNTOC, art. 31; OSCE: youth; education",
    )
    VICTIM_PROTECTION = (
        "victim-protection", "Protection of victims",
        "Identifying, assisting and protecting victims and witnesses.",
        "Trafficking Protocol, art. 6; OSCE: combating trafficking in human beings",
    )
    CYBER_SECURITY = (
        "cyber-security", "Cyber security",
        "Security of information and communications technology.",
        "OSCE: cyber/ICT security",
    )
    COUNTER_TERRORISM = (
        "counter-terrorism", "Countering terrorism",
        "Preventing and countering terrorism and the extremism that leads to it.",
        "OSCE: countering terrorism",
    )


class Modality(Term):
    """How the task is to be done."""

    MONITOR = (
        "monitor", "Monitor",
        "Watch, verify, investigate and report.", "PEMA",
    )
    ASSIST = (
        "assist", "Assist",
        "Advise, train, equip, coordinate; others act.", "PEMA",
    )
    SECURE = (
        "secure", "Secure",
        "Act oneself, by force or executive powers where needed.", "PEMA",
    )
    SANCTION = (
        "sanction", "Sanction",
        "Impose, watch over or designate for sanctions.", _OURS,
    )


class Strength(Term):
    """The operative verb of the document: how strongly it asks."""

    DECIDED = (
        "decided", "Decided",
        "The document itself sets the task: decides, mandates, shall.",
        "Security Council practice",
    )
    AUTHORIZED = (
        "authorized", "Authorized",
        "The mission may do it: authorizes.", "Security Council practice",
    )
    DEMANDED = (
        "demanded", "Demanded",
        "Demands, directs, insists.", "Security Council practice",
    )
    REQUESTED = (
        "requested", "Requested",
        "Requests; a request to a mission binds it.", "PEMA: requested",
    )
    CALLED_UPON = (
        "called-upon", "Called upon",
        "Calls upon, calls for, urges, appeals to.", "Security Council practice",
    )
    ENCOURAGED = (
        "encouraged", "Encouraged",
        "Encourages, invites, recommends, stresses the need.", "PEMA: encouraged",
    )
    NOTED = (
        "noted", "Noted",
        "Welcomes, notes, endorses or approves a proposal that contains the task.",
        "Security Council practice",
    )
    REPORTED = (
        "reported", "Reported",
        "No mandate: a source says that it is done.", _OURS,
    )


class TaskEffect(Term):
    """What a mandate document does to the tasks that stood before it."""

    RESTATES = (
        "restates", "Sets the tasks anew",
        "Earlier tasks fall away unless the document repeats or reaffirms them.", _OURS,
    )
    ADDS = (
        "adds", "Adds to the tasks",
        "Earlier tasks stand; the document adds or changes some.", _OURS,
    )
    KEEPS = (
        "keeps", "Keeps the tasks",
        "The document was read and leaves the tasks as they stand (a mere renewal).", _OURS,
    )
    NOT_READ = (
        "not-read", "Not read for tasks",
        "Nobody has read the document for tasks: what stood before may or may not stand on.",
        _OURS,
    )


class ChapterVii(Term):
    """Whether a Security Council mandate acts under Chapter VII of the Charter."""

    YES = (
        "yes", "Chapter VII",
        "The resolution says that it acts under Chapter VII as a whole.",
        "Charter of the United Nations, chap. VII",
    )
    PART = (
        "part", "Chapter VII in part",
        "Some paragraphs only act under Chapter VII.",
        "Charter of the United Nations, chap. VII",
    )
    NO = (
        "no", "Not under Chapter VII",
        "The text was read and does not invoke Chapter VII.",
        "Charter of the United Nations, chap. VII",
    )


class MissionKind(Term):
    """What sort of mission it is, by who runs it and how."""

    PEACEKEEPING = (
        "peacekeeping", "Peacekeeping operation",
        "Uniformed United Nations operation led by its peacekeeping department.",
        "UN list of peacekeeping operations",
    )
    SPECIAL_POLITICAL = (
        "special-political", "Special political mission in the field",
        "United Nations civilian mission or office with a political mandate in the field.",
        "UN budget: special political missions, cluster III",
    )
    ENVOY = (
        "envoy", "Special envoy or adviser",
        "Personal, special envoy or adviser of a head of an organization, with an office.",
        "UN budget: special political missions, cluster I",
    )
    GOOD_OFFICES = (
        "good-offices", "Good offices or fact-finding mission",
        "Mediation, commission or observation of a short or early kind.",
        "UN practice before special political missions were budgeted as such",
    )
    CIVILIAN = (
        "civilian", "Civilian mission",
        "Civilian crisis management mission (police, justice, borders, monitoring).",
        "EEAS: civilian missions",
    )
    MILITARY = (
        "military", "Military operation or mission",
        "Military operation, executive or not, of a regional organization or alliance.",
        "EEAS: military missions and operations",
    )
    FIELD_OPERATION = (
        "field-operation", "OSCE field operation",
        "Mission, centre, presence, office or co-ordinator of the OSCE in the field.",
        "OSCE: field operations",
    )
    PEACE_SUPPORT = (
        "peace-support", "Peace support operation",
        "Operation deployed or mandated by an African regional organization.",
        "African Union practice",
    )
    JOINT_FORCE = (
        "joint-force", "Joint force",
        "Force that States of a region field together, mainly on their own territory.",
        "SIPRI methods page (excluded there)",
    )
    AD_HOC = (
        "ad-hoc", "Ad hoc coalition",
        "Mission of a group of States outside a standing organization.",
        "SIPRI methods page",
    )


class MandateAction(Term):
    """What a document does to a mission or a monitoring body."""

    ESTABLISH = (
        "establish", "Establish",
        "Sets up or authorizes it.", "PEMA; Security Council practice",
    )
    LAUNCH = (
        "launch", "Launch",
        "Starts, on a day, what an earlier act set up.", "EU acts",
    )
    EXTEND = (
        "extend", "Extend",
        "Prolongs its mandate.", "Security Council practice",
    )
    ROLL_OVER = (
        "roll-over", "Technical rollover",
        "Prolongs it for a short while with nothing else decided.", "Security Council practice",
    )
    REVIVE = (
        "revive", "Revive",
        "Sets a lapsed or suspended mandate in force again.", _OURS,
    )
    EXPAND = (
        "expand", "Expand",
        "Adds tasks, strength or area.", "PEMA",
    )
    ADJUST = (
        "adjust", "Adjust",
        "Changes tasks, structure or name without a clear more or less.", "PEMA",
    )
    REDUCE = (
        "reduce", "Reduce",
        "Takes away tasks, strength or area, or begins a drawdown.", "PEMA",
    )
    RENAME = (
        "rename", "Rename",
        "Gives it another name.", _OURS,
    )
    TRANSFER = (
        "transfer", "Transfer",
        "Hands authority or tasks to or from another mission.", _OURS,
    )
    SUSPEND = (
        "suspend", "Suspend",
        "Halts it for a time.", _OURS,
    )
    TERMINATE = (
        "terminate", "Terminate",
        "Ends it, at once or on a day named.", "PEMA",
    )
    TAKE_NOTE = (
        "take-note", "Take note",
        "Acknowledges an arrangement made elsewhere that is the mandate.",
        "Exchanges of letters with the Security Council",
    )


class MeasureKind(Term):
    """Kinds of sanctions measures."""

    ARMS_EMBARGO = (
        "arms-embargo", "Arms embargo",
        "Ban on supply or acquisition of arms and related help.", "UN fact sheets on sanctions",
    )
    ASSET_FREEZE = (
        "asset-freeze", "Asset freeze",
        "Freezing of funds and economic resources of those designated.",
        "UN fact sheets on sanctions",
    )
    TRAVEL_BAN = (
        "travel-ban", "Travel ban",
        "Denial of entry or transit to those designated.", "UN fact sheets on sanctions",
    )
    DIAMOND_BAN = (
        "diamond-ban", "Diamond ban",
        "Ban on trade in (rough) diamonds.", "Security Council practice",
    )
    TIMBER_BAN = (
        "timber-ban", "Timber ban",
        "Ban on import of round logs and timber products.", "Security Council practice",
    )
    CHARCOAL_BAN = (
        "charcoal-ban", "Charcoal ban",
        "Ban on export and import of charcoal.", "S/RES/2036 (2012), para. 22",
    )
    PETROLEUM_MEASURE = (
        "petroleum-measure", "Petroleum measures",
        "Ban on, or measures against, supply or illicit export of oil and its products.",
        "Security Council practice",
    )
    COMMODITY_BAN = (
        "commodity-ban", "Other commodity ban",
        "Ban on trade in single goods other than those named above.",
        "Security Council practice",
    )
    COMPONENT_BAN = (
        "component-ban", "Ban on components and precursors",
        "Ban on parts or chemicals that may serve for explosive devices.",
        "S/RES/2498 (2019), para. 26",
    )
    TRADE_EMBARGO = (
        "trade-embargo", "General trade embargo",
        "Ban on all or nearly all trade.", "Security Council practice",
    )
    FINANCIAL_RESTRICTION = (
        "financial-restriction", "Financial restrictions",
        "Limits on loans, investment, banking or transfers, asset freezes apart.",
        "Security Council practice",
    )
    AVIATION_BAN = (
        "aviation-ban", "Aviation measures",
        "Ban on flights, landing, aircraft parts or services.", "Security Council practice",
    )
    NO_FLY_ZONE = (
        "no-fly-zone", "No-fly zone",
        "Ban on flights in an airspace.", "S/RES/1973 (2011), para. 6",
    )
    SHIPPING_MEASURE = (
        "shipping-measure", "Shipping measures",
        "Bans, flag, port or bunkering measures against vessels.", "Security Council practice",
    )
    INSPECTION = (
        "inspection", "Inspection of cargo",
        "Authority or duty to inspect, seize and dispose of cargo.",
        "Security Council practice",
    )
    DIPLOMATIC_MEASURE = (
        "diplomatic-measure", "Diplomatic measures",
        "Reduction of staff or contacts, closing of offices.", "Security Council practice",
    )
    PROLIFERATION_MEASURE = (
        "proliferation-measure", "Proliferation-sensitive items",
        "Ban on goods, technology and help for nuclear, missile or other such programmes.",
        "Security Council practice",
    )
    LUXURY_GOODS_BAN = (
        "luxury-goods-ban", "Luxury goods ban",
        "Ban on supply of luxury goods.", "Security Council practice",
    )
    CULTURAL_PROPERTY_BAN = (
        "cultural-property-ban", "Ban on trade in cultural property",
        "Ban on trade in illegally removed cultural property.", "S/RES/1483 (2003), para. 7",
    )
    TAX_MEASURE = (
        "tax-measure", "Measures against a diaspora tax",
        "Duty to stop extortion of tax abroad.", "S/RES/2023 (2011), paras. 10-11",
    )
    COOPERATION_BAN = (
        "cooperation-ban", "Ban on cooperation",
        "Ban on scientific, technical, cultural or sporting cooperation.",
        "Security Council practice",
    )
    OTHER = (
        "other", "Other measure",
        "A measure that no other kind covers; the scope says what.", _OURS,
    )


class BodyKind(Term):
    """Kinds of bodies that watch over a sanctions regime."""

    PANEL_OF_EXPERTS = (
        "panel-of-experts", "Panel of experts",
        "Experts who investigate and report to the committee.", "Security Council practice",
    )
    GROUP_OF_EXPERTS = (
        "group-of-experts", "Group of experts",
        "As a panel; the name used for some regimes.", "Security Council practice",
    )
    MONITORING_GROUP = (
        "monitoring-group", "Monitoring group",
        "As a panel; the name used for some regimes.", "Security Council practice",
    )
    MONITORING_TEAM = (
        "monitoring-team", "Monitoring team",
        "Analytical Support and Sanctions Monitoring Team.", "S/RES/1526 (2004)",
    )
    OMBUDSPERSON = (
        "ombudsperson", "Ombudsperson",
        "Independent reviewer of requests for removal from a list.", "S/RES/1904 (2009)",
    )
    OTHER = (
        "other", "Other body",
        "A commission, mechanism or secretariat of another kind.", _OURS,
    )


class DocumentKind(Term):
    """Kinds of documents that state facts."""

    SC_RESOLUTION = (
        "sc-resolution", "Security Council resolution",
        "Resolution of the Security Council.", "UN document series S/RES",
    )
    SC_STATEMENT = (
        "sc-statement", "Statement by the President of the Security Council",
        "Presidential statement.", "UN document series S/PRST",
    )
    SC_LETTER = (
        "sc-letter", "Letter to or from the Security Council",
        "One part of an exchange of letters.", "UN document series S",
    )
    GA_RESOLUTION = (
        "ga-resolution", "General Assembly resolution",
        "Resolution of the General Assembly.", "UN document series A/RES",
    )
    UN_REPORT = (
        "un-report", "United Nations report",
        "Report of the Secretary-General or another part of the United Nations.",
        "UN document series S, A",
    )
    UN_CONFERENCE_DOCUMENT = (
        "un-conference-document", "United Nations conference document",
        "Outcome or report of a conference.", "UN document series A/CONF",
    )
    EU_DECISION = (
        "eu-decision", "Decision of the European Union",
        "Decision of the Council or of the Political and Security Committee.",
        "Official Journal of the European Union",
    )
    EU_JOINT_ACTION = (
        "eu-joint-action", "Joint Action of the European Union",
        "Council Joint Action (to 2009).", "Official Journal of the European Union",
    )
    EU_COMMON_POSITION = (
        "eu-common-position", "Common Position of the European Union",
        "Council Common Position (to 2009).", "Official Journal of the European Union",
    )
    EU_REGULATION = (
        "eu-regulation", "Regulation of the European Union",
        "Council Regulation.", "Official Journal of the European Union",
    )
    OSCE_DECISION = (
        "osce-decision", "Decision of the OSCE",
        "Decision of the Permanent or Ministerial Council or of the Committee of Senior Officials.",
        "OSCE document series",
    )
    COMMUNIQUE = (
        "communique", "Communiqué",
        "Communiqué of a council or summit of a regional organization.", "African Union practice",
    )
    AGREEMENT = (
        "agreement", "Agreement",
        "Treaty, peace agreement, memorandum, status agreement.", _OURS,
    )
    MANDATE_PAGE = (
        "mandate-page", "Official mandate page or survey",
        "Page or survey in which an organization sets out a mission's mandate and its acts.",
        _OURS,
    )
    PRESS_RELEASE = (
        "press-release", "Press release",
        "Official announcement.", _OURS,
    )
    WEB_PAGE = (
        "web-page", "Web page",
        "Page of an organization, undated or kept up to date.", _OURS,
    )
    PUBLICATION = (
        "publication", "Publication",
        "Report, article, book, newspaper.", _OURS,
    )
    LIST = (
        "list", "List or dataset",
        "Somebody's list; a lead and an outside view, never the deciding text.", _OURS,
    )


class PlaceKind(Term):
    """Kinds of places."""

    STATE = (
        "state", "State",
        "State with a current ISO 3166-1 code, member or observer of the United Nations.",
        "ISO 3166-1; UN membership",
    )
    FORMER_STATE = (
        "former-state", "Former State",
        "State that no longer exists under that name and extent.", "ISO 3166-3; COW; G&W",
    )
    TERRITORY = (
        "territory", "Territory",
        "Territory with a code of its own, or whose status is in dispute.",
        "ISO 3166-1; UN practice",
    )
    AREA = (
        "area", "Area",
        "Part of a State or of several, such as Abyei or the Golan.", _OURS,
    )
    REGION = (
        "region", "Region",
        "Group of States, such as the Sahel.", "UN M49; UN practice",
    )
    SEA = (
        "sea", "Sea",
        "Sea, gulf or coastal waters.", _OURS,
    )


class CodeScheme(Term):
    """Schemes of codes for places."""

    ISO2 = ("iso2", "ISO 3166-1 alpha-2", "Two letters.", "ISO 3166-1")
    ISO3 = ("iso3", "ISO 3166-1 alpha-3", "Three letters.", "ISO 3166-1")
    ISO4 = ("iso4", "ISO 3166-3", "Four letters, for names withdrawn.", "ISO 3166-3")
    M49 = ("m49", "UN M49", "Three digits, as text.", "UN Statistics Division, M49")
    COW = (
        "cow", "Correlates of War",
        "State number in the Correlates of War state system, as text.", "Correlates of War",
    )
    GW = (
        "gw", "Gleditsch-Ward",
        "State number in the Gleditsch-Ward list, as text.", "Gleditsch and Ward 1999",
    )
    GEONAMES = ("geonames", "GeoNames", "GeoNames id, as text.", "geonames.org")
    WIKIDATA = ("wikidata", "Wikidata", "Item id, such as Q912.", "wikidata.org")


class OrganizationKind(Term):
    """Kinds of organizations."""

    INTERNATIONAL = (
        "international", "International organization",
        "Organization of States.", _OURS,
    )
    ORGAN = (
        "organ", "Organ or institution",
        "Organ, council, committee, institution of an organization.", _OURS,
    )
    OFFICE = (
        "office", "Office, department or agency",
        "Part of an organization's secretariat, fund, programme or agency.", _OURS,
    )
    NATIONAL = (
        "national", "National body",
        "Ministry, agency or institute of a State.", _OURS,
    )
    OTHER = (
        "other", "Other organization",
        "Research institute, company, association.", _OURS,
    )


class MembershipKind(Term):
    """How a State or body belongs to an organization."""

    MEMBER = ("member", "Member", "Full member.", _OURS)
    PARTICIPATING_STATE = (
        "participating-state", "Participating State",
        "The OSCE's word for those who take part in its decisions.", "OSCE",
    )
    MEDITERRANEAN_PARTNER = (
        "mediterranean-partner", "Mediterranean Partner for Co-operation",
        "Partner of the OSCE around the Mediterranean.", "OSCE",
    )
    ASIAN_PARTNER = (
        "asian-partner", "Asian Partner for Co-operation",
        "Partner of the OSCE in Asia and the Pacific.", "OSCE",
    )
    OBSERVER = ("observer", "Observer", "Observer or associate.", _OURS)


class InstrumentKind(Term):
    """Kinds of instruments."""

    TREATY = ("treaty", "Treaty", "Legally binding convention.", _OURS)
    PROTOCOL = ("protocol", "Protocol", "Treaty that supplements another.", _OURS)
    POLITICAL = (
        "political", "Political instrument",
        "Programme, plan of action or instrument that binds politically.", _OURS,
    )
    DECLARATION = ("declaration", "Declaration", "Political declaration or pact.", _OURS)
    STRATEGY = ("strategy", "Strategy", "Strategy of an organization.", _OURS)
    RESOLUTION = (
        "resolution", "Resolution",
        "Resolution that stands as an instrument of its own on crime or terrorism.", _OURS,
    )
    GUIDELINES = ("guidelines", "Guidelines", "Guiding principles.", _OURS)


class ProjectStatus(Term):
    """The state of a project on the day to which it is known."""

    PLANNED = ("planned", "Planned", "Announced, not begun.", _OURS)
    ONGOING = ("ongoing", "Ongoing", "Under way.", _OURS)
    COMPLETED = ("completed", "Completed", "Finished.", _OURS)
    UNKNOWN = ("unknown", "Unknown", "No source read says.", _OURS)


class Review(Term):
    """How far a record has been checked."""

    VETTED = (
        "vetted", "Vetted",
        "Each factual field rests on a citation whose text a curator read: the deciding "
        "document, or two others independent of each other.",
        _OURS,
    )
    DRAFT = (
        "draft", "Draft",
        "Not yet so; the gaps say what is missing.", _OURS,
    )
    DISPUTED = (
        "disputed", "Disputed",
        "Checked, but sources contradict each other on what matters most.", _OURS,
    )
    RETIRED = (
        "retired", "Retired",
        "Kept for its id only; its successor stands in its place.", _OURS,
    )


class Checked(Term):
    """How a citation was held against the text that it cites."""

    PROGRAM = (
        "program", "By program",
        "A program found the quote in the text of the document.", _OURS,
    )
    READING = (
        "reading", "By reading",
        "A curator read the passage; the text is not at hand for a program.", _OURS,
    )
    UNREAD = (
        "unread", "Not read",
        "Known through another source only; never enough to vet a field.", _OURS,
    )


class GapReason(Term):
    """Why a field is empty."""

    SOURCES_SILENT = (
        "sources-silent", "Sources are silent",
        "The sources read do not say.", _OURS,
    )
    NOT_APPLICABLE = (
        "not-applicable", "Not applicable",
        "The record has no such thing.", _OURS,
    )
    NOT_RESEARCHED = (
        "not-researched", "Not yet researched",
        "Nobody has looked yet, or the source could not be had.", _OURS,
    )


class Counter(Term):
    """Lists that count missions or regimes, each with its own rule of inclusion."""

    UN_DPO = (
        "un-dpo", "UN list of peacekeeping operations",
        "Operations that the UN lists as peacekeeping since 1948.",
        "peacekeeping.un.org: list of peacekeeping operations",
    )
    UN_DPPA = (
        "un-dppa", "UN special political missions",
        "Missions budgeted or listed as special political missions.",
        "UN programme budget: special political missions",
    )
    SIPRI = (
        "sipri", "SIPRI database of peace operations",
        "Operations of the UN, regional bodies or coalitions it sanctioned, that support peace "
        "agreements, peace processes or peacebuilding; without good offices, fact-finding, "
        "electoral help, and forces mainly on their own territory.",
        "sipri.org: methods of the database",
    )
    SIPRI_MAP = (
        "sipri-map", "SIPRI map of peace operations",
        "The database and, marked apart, field missions outside its definition.",
        "sipri.org: map of multilateral peace operations",
    )
    ZIF = (
        "zif", "ZIF world map of peace operations",
        "Missions deployed multilaterally with consent of the host State.",
        "zif-berlin.org; missionsandmandates.org",
    )
    EEAS = (
        "eeas", "EEAS list of CSDP missions and operations",
        "Missions and operations with an act under the common security and defence policy.",
        "eeas.europa.eu",
    )
    OSCE = (
        "osce", "OSCE list of field operations",
        "Field operations and related field activities that the OSCE lists.",
        "osce.org: where we are; survey of field operations",
    )
    UN_SANCTIONS = (
        "un-sanctions", "UN count of sanctions regimes",
        "Regimes that the Security Council's subsidiary organs branch counts.",
        "UN fact sheets on Security Council sanctions",
    )


VOCABULARIES: tuple[type[Term], ...] = (
    CrimeType, Activity, Modality, Strength, TaskEffect, ChapterVii, MissionKind, MandateAction,
    MeasureKind, BodyKind, DocumentKind, PlaceKind, CodeScheme, OrganizationKind, MembershipKind,
    InstrumentKind, ProjectStatus, Review, Checked, GapReason, Counter,
)  # fmt: skip
"""All vocabularies, in the order of the codebook."""
