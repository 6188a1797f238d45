/** Arabic: what the wire knows of its news and of websites in it. */
import { oneOf, wordLines } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const arWire: WireWords = {
  furniture: {
    places: oneOf(String.raw`
      نشرت\p{L}*
      النشرة
      قناة
      قناتنا
      تلغرام
      تيليغرام
      واتساب
    `),
    asks: oneOf(String.raw`
      بإمكانكم متابعة
      تابعوا
      تابعونا
      اشترك\p{L}*
      انضم\p{L}*
    `),
    subscribe: 'اشترك(?: الآن)?',
    share: oneOf(`
      شارك(?:ها)?(?: .{0,30})?
      مشاركة
    `),
    shareOn: 'شارك',
    comments: oneOf(String.raw`
      اترك تعليق\p{L}*
      أضف تعليق\p{L}*
      لن يتم نشر عنوان
    `),
    readAlso: oneOf(`
      اقرأ(?:وا)? (?:أيضا|أيضًا|أيضاً|المزيد|كذلك)
      اقرا ايضا
      طالع (?:أيضا|أيضًا|أيضاً)
      شاهد أيضا
      مواضيع ذات صلة
    `),
    credit: oneOf(`
      الصورة
      صورة
    `),
    rights: 'جميع الحقوق محفوظة',
    advertisement: oneOf(`
      إعلان(?:ات)?
      اعلان
    `),
  },
  news: wordLines(`
      fire:حريق حرائق النار نيران
      quake:زلزال زلازل هزة
      flood:فيضان* سيول
      storm:عاصفة عواصف اعصار
      slide:انهيار*
      eruption:بركان*
      drought:جفاف
      blast:انفجار*
      crash:حادث حوادث تحطم
      collide:اصطدام* اصطدم* تصادم
      sink:غرق*
      spill:تسرب*
      rescue:انقاذ ينقذ انقذ* انقاذهم
      missing:مفقود* فقد
      dead:قتل* مقتل قتيل* وفاة مصرع وفيات
      hurt:جريح جرحى اصيب* اصابة مصاب*
      evacuate:اجلاء اجلي* اخلاء
      strike:اضراب*
      protest:احتجاج* مظاهر* تظاهر*
      resign:استقال*
      election:انتخاب* انتخب*
      court:محكمة قاض*
      sentence:حكم* سجن
      acquit:براءة تبرئة
      arrest:اعتقال* اعتقل* توقيف
      bribe:رشوة رشاوى فساد
      murder:اغتيال
      shooting:نار
      attack:هجوم* هجمات
      war:حرب حروب
      truce:هدنة
      drone:مسيرة مسيرات
      missile:صاروخ صواريخ
      treaty:اتفاق* معاهدة
      sanctions:عقوبات
      tax:ضريبة ضرائب
      budget:ميزانية موازنة
      rate:فائدة
      inflation:تضخم
      centralbank:مركزي
      price:سعر اسعار
      profit:ارباح
      bankrupt:افلاس
      hospital:مستشفى مستشفيات
      school:مدرسة مدارس
      airport:مطار*
      aircraft:طائر* رحلة
      train:قطار*
      tram:ترام
      bus:حافل*
      ferry:عبار*
      ship:سفين* سفن زورق زوارق
      tanker:ناقلة
      port:ميناء موانئ
      bridge:جسر جسور
      hacker:قراصنة
      prize:جائزة جوائز
      cup:كاس
      goal:هدف اهداف
      festival:مهرجان*
      discovery:اكتشاف* اكتشف* عثر*
      wreck:حطام
      migrant:مهاجر* لاجئ*
      oil:نفط*
      gas:غاز*
      pipeline:انبوب انابيب
      power:كهرباء
      virus:فيروس* وباء
      vaccine:لقاح*
      climber:متسلق*
      container:حاوي*
      diver:غواص*
      president:رئيس*
      minister:وزير وزراء
      mayor:بلدية
      parliament:برلمان*
      police:شرطة
      coastguard:سواحل
      passenger:ركاب راكب*
      child:اطفال طفل*
      factory:مصنع مصانع
      mine:منجم
      nuclear:نووي*
      hostage:رهائن رهينة خطف
      theft:سرقة
      drugs:كوكايين مخدرات
      contract:عقد
      waste:نفايات
      union:نقابة نقابات
      wage:اجور رواتب
      novel:رواية روائي* كاتبة كاتب
      beach:شاطئ شواطئ
      patient:مرضى مريض
      smoke:دخان
      engine:محرك*
      landing:هبوط هبط*
      climate:مناخ*
      snow:ثلج* ثلوج
      rain:مطر امطار
      crane:رافعة
      UN:امم
      EU:اوروبي
      US:امريك*
      UK:بريطاني*
      NATO:ناتو
    `),
  furnitureLines: oneOf(`
      اترك (?:تعليق[اًا]*|رد[اًا]*)
      إلغاء الرد
      لن يتم نشر عنوان بريدك.{0,60}
      الحقول الإلزامية.{0,40}
      احفظ اسمي.{0,100}
      (?:تفعيل|فعّ?ل) (?:الإشعارات|الاشعارات).{0,40}
      هل (?:ترغب|تريد) (?:في )?تلقي (?:الإشعارات|إشعارات).{0,60}
      السماح بالإشعارات
      حمّ?ل (?:تطبيقنا|التطبيق).{0,40}
      رابط المصدر
      المصدر الأصلي
      سجّ?ل الدخول.{0,40}
      عرض (?:كل |جميع )?التعليقات
      عرض المزيد
      تحميل المزيد
      المقال (?:السابق|التالي)
      مدة القراءة.{0,20}
      شارك (?:المقال|هذا المقال|على|عبر).{0,40}
      ليس الآن
      الوسوم
      اقرأ (?:أيضا|أيضًا|أيضاً|المزيد).{0,120}
      إقرأ أيضا.{0,120}
      شاهد أيضا.{0,120}
      إعلان
      شارك
      مشاركة
      اشترك.{0,80}
      تابعنا على.{0,80}
      المزيد
      جميع الحقوق محفوظة
      تعليقات
      الأكثر قراءة
      مواضيع ذات صلة
    `),
};
