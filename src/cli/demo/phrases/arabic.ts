/** What Coast Agency sends, in the English of a machine: good on the whole, and wrong where machines are. */
import type { Phrase, PhraseParts } from './phrase.ts';

export const arabicParts: PhraseParts = {
  'عند المنارة': 'at the lighthouse',
  'قرب الرصيف الشمالي': 'near the north quay',
  'في خليج مرسى نور': 'in the bay of Marsa Nour',
  'شرق حاجز الأمواج': 'east of the breakwater',
  الضباب: 'fog',
  'ارتفاع الموج': 'high seas',
  'عطل بسيط': 'a minor fault',
  السردين: 'sardine',
  الحبّار: 'squid',
  الدنيس: 'bream',
};

export const arabic: readonly Phrase[] = [
  ['مرسى نور: عودة العبّارة الليلية إلى مواعيدها', 'Marsa Nour: Night ferry back to its times'],
  [
    'مرسى نور: تأجيل عودة العبّارة الليلية يوماً آخر',
    'Marsa Nour: Return of the night ferry put off by another day',
  ],
  [
    'أعلنت إدارة ميناء مرسى نور أن العبّارة الليلية إلى جزيرة ليرا تعود إلى مواعيدها المعتادة بعد إصلاح عمودين من أعمدة الإرساء.',
    'The management of the port of Marsa Nour announced that the night ferry to the island of Lyra returns to its usual times after the repair of two mooring posts.',
  ],
  [
    'الصيادون يكتبون السعر على اللوح للأسبوع الثاني',
    'Fishermen write the price on the board for a second week',
  ],
  [
    'كُتب سعر الوقود على لوح الخشب عند مدخل الميناء للأسبوع الثاني، ولم يتغيّر.',
    'The price of fuel was written on the wooden board at the entrance to the port for a second week, and has changed.',
  ],
  [
    'وقالت جمعية الصيادين إن القوارب كلها خرجت.',
    'The fishermen’s association said that all the boats had gone out.',
  ],
  ['قفّازات من مرسى نور إلى شاطئ ليرا', 'Gloves from Marsa Nour for the beach of Lyra'],
  [
    'أرسل بائعو السمك في مرسى نور أربعمئة زوج من القفّازات إلى المتطوعين الذين ينظفون شاطئ ليرا من الوقود.',
    'The fishmongers of Marsa Nour sent forty pairs of gloves to the volunteers who are cleaning the beach of Lyra of fuel.',
  ],
  ['رياح جنوبية قوية على الساحل', 'Strong south wind on the coast'],
  ['الرياح تتحوّل شمالية قبل موعدها', 'The wind turns north ahead of time'],
  [
    'توقّعت الأرصاد رياحاً جنوبية قوية حتى منتصف الليل، وطلبت من أصحاب الزوارق الصغيرة البقاء في المرسى.',
    'The weather service expects a strong south wind until midnight, and asked owners of small craft to stay at their moorings.',
  ],
  [
    'حريق في العبّارة «أريون» قبالة رأس ليرا وإنقاذ 217 راكبًا',
    'Fire on the ferry “Arion” off Cape Lyra, 217 passengers rescued',
  ],
  [
    'اندلع حريق فجرًا في غرفة محركات العبّارة «أريون» على بعد أربعة أميال من رأس ليرا.',
    'A fire broke out at dawn in the engine room of the ferry “Arion”, four miles off Cape Lyra.',
  ],
  [
    'وأُجلي الركاب الـ217 إلى قاطرتين، وفق خفر السواحل.',
    'The 217 passengers were moved to two tugs, according to the coast guard.',
  ],
  [
    'وقال القبطان نيكوس ستاماتيس إن النار أُخمدت في 40 دقيقة.',
    'The captain, Nikos Stamatis, said that the fire was put out in 14 minutes.',
  ],
  [
    'وقال رئيس الميناء بافلوس ديليوس إن العبّارة، المبنية عام 1998، قُطرت إلى المرفأ.',
    'The harbour master, Pavlos Delios, said that the ferry, built in 1998, had been towed into port.',
  ],
  ['القطعة المنتظرة للرافعة الكبيرة غادرت المصنع', 'Part for the great crane has left the works'],
  ['الوكيل: قطعة الرافعة لم تغادر المصنع بعد', 'Agent: The crane’s part has left the works'],
  [
    'غادرت قطعة الغيار المنتظرة للرافعة الكبيرة المصنع، بحسب الوكيل.',
    'The spare part that the great crane is waiting for has left the works, according to the agent.',
  ],
  ['ولم يحدد متى تصل.', 'He did not say when it would arrive.'],
  ['مدرسة البحارة تقبل ثلاثين طالباً', 'School of seamanship takes thirty students'],
  [
    'قبلت مدرسة البحارة في مرسى نور ثلاثين طالباً هذا العام، بينهم تسع طالبات، وهو أعلى عدد منذ افتتاحها.',
    'The school of seamanship in Marsa Nour took thirty students this year, nine of them women, the highest number since it opened.',
  ],
  ['سردين أقل وثمن أعلى في سوق السمك', 'Fewer sardines and a higher price at the fish market'],
  [
    'بلغ ثمن الكيلوغرام من السردين ضعف ما كان عليه قبل شهر.',
    'A kilogram of sardines costs twice what it did a month ago.',
  ],
  [
    'ويقول الباعة إن السبب أسابيع الإضراب لا البحر.',
    'The sellers say that the reason is the weeks of the strike, not the sea.',
  ],
  ['إنارة طريق الكورنيش بعد عامين', 'Corniche road lit after two years'],
  [
    'أُضيئت مصابيح طريق الكورنيش الليلة الماضية للمرة الأولى منذ عامين، وخرج الناس يمشون تحتها حتى الفجر.',
    'The lamps of the corniche road were lit last night for the first time in two years, and people came out to walk under them until dawn.',
  ],
  ['خفر السواحل ينقذ قارب نزهة', 'Coast guard rescues a pleasure boat'],
  ['خمسة لا أربعة على القارب الذي أُنقذ', 'Five, not four, on the boat that was rescued'],
  [
    'أنقذ خفر السواحل أربعة أشخاص تعطّل محرك قاربهم على بعد ميلين من المنارة.',
    'The coast guard rescued four people whose boat’s engine failed two miles from the lighthouse.',
  ],
  ['وهم بخير.', 'They are well.'],
  ['مقهى الرصيف يبيع قائمته في مزاد', 'Quayside café auctions its list'],
  [
    'باع صاحب مقهى الرصيف قائمة السفن المنتظرة، المكتوبة بخط يده، في مزاد صغير، وتبرّع بثمنها للصيادين.',
    'The owner of the quayside café sold the list of waiting ships, written in his own hand, at a small auction, and gave the price to the fishermen.',
  ],
  ['إغلاق جزئي للطريق الساحلي', 'Coast road partly closed'],
  ['فتح الطريق الساحلي بمساريه', 'Coast road open in both lanes'],
  [
    'أُغلق مسار واحد من الطريق الساحلي شرق المدينة بسبب انهيار تربة.',
    'One lane of the coast road east of the city was closed because of a landslip.',
  ],
  ['والعمل جارٍ على إزالته.', 'Work to clear it is under way.'],
  ['موسم الزيتون يتأخر أسبوعين', 'Olive season two weeks late'],
  [
    'قال مزارعون إن قطاف الزيتون تأخر أسبوعين بسبب قلة المطر، وإن الزيت قليل لكنه جيد.',
    'Farmers said that the olive harvest is two weeks late for lack of rain, and that the oil is little but good.',
  ],
  [/^رياح بسرعة (\d+) عقدة (.+)$/u, 'Wind of $1 knots $2'],
  [
    /^سجّلت محطة الأرصاد رياحاً بسرعة (\d+) عقدة (.+)، وطلبت الحذر من أصحاب القوارب\.$/u,
    'The weather station recorded a wind of $1 knots $2, and asked owners of boats to take care.',
  ],
  [/^دخول (\d+) سفينة إلى الميناء منذ الصباح$/u, '$1 ships into port since the morning'],
  [
    /^دخلت (\d+) سفينة إلى ميناء مرسى نور منذ الصباح، بحسب إدارة الميناء\.$/u,
    '$1 ships have entered the port of Marsa Nour since the morning, according to its management.',
  ],
  [/^إدارة الميناء تصحّح: (\d+) سفينة$/u, 'The port’s management corrects: $1 ships'],
  [/^العبّارة تصل متأخرة (\d+) دقيقة$/u, 'Ferry $1 minutes late'],
  [/^وصلت العبّارة متأخرة (\d+) دقيقة بسبب (.+)\.$/u, 'The ferry arrived $1 minutes late because of $2.'],
  [/^الصيادون يعودون بـ(\d+) كيلوغراماً$/u, 'Fishermen return with $1 kilograms'],
  [
    /^عادت القوارب (.+) قبل الظهر، ومعظم الصيد من (.+)\.$/u,
    'The boats $1 were back before noon, and most of the catch is $2.',
  ],
];
