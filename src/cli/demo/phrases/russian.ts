/** What Northern Press sends, in the English of a machine: good on the whole, and wrong where machines are. */
import type { Phrase, PhraseParts } from './phrase.ts';

export const russianParts: PhraseParts = {
  'у входных буёв': 'at the entrance buoys',
  'на внешнем рейде': 'in the outer roads',
  'у третьего причала': 'at the third berth',
  'за волноломом': 'behind the breakwater',
};

export const russian: readonly Phrase[] = [
  ['«Полярная сова» повела первую баржу', '“Polar Owl” leads its first barge'],
  ['«Полярная сова» и баржа с солью стоят из-за тумана', '“Polar Owl” and the barge of salt wait in the fog'],
  [
    'Ледокол «Полярная сова» вышел из Северного Мыса с баржей, гружённой солью.',
    'The icebreaker “Polar Owl” has left Severny Mys with a barge loaded with salt.',
  ],
  [
    'На борту две тысячи тонн, получатель — остров Лира.',
    'On board are 20,000 tonnes; the recipient is the island of Lyra.',
  ],
  ['Туман закрыл порт Северный Мыс', 'Fog closes the port of Severny Mys'],
  ['Порт Северный Мыс снова открыт', 'The port of Severny Mys is open again'],
  [
    'Порт Северный Мыс закрыт для входа и выхода из-за тумана.',
    'The port of Severny Mys is closed for entry and exit because of fog.',
  ],
  ['На рейде ждут пять судов.', 'Five ships are waiting in the roads.'],
  ['Лоцманы просят второй катер', 'Pilots ask for a second cutter'],
  [
    'Лоцманы Северного Мыса попросили у порта второй катер: старому сорок один год, и в шторм он не выходит.',
    'The pilots of Severny Mys have asked the port for a second cutter: the old one is 41 and goes out in a storm.',
  ],
  ['Парус для лесовоза прибыл по железной дороге', 'Sail for the timber carrier comes by rail'],
  [
    'Парус для лесовоза собрали с третьей попытки',
    'Sail of the timber carrier put together at the third attempt',
  ],
  [
    'Алюминиевый парус высотой 24 метра прибыл в порт на трёх платформах.',
    'An aluminium sail 24 metres high has come to the port on three flat wagons.',
  ],
  ['Собирать его будут прямо на причале.', 'It will be put together right on the quay.'],
  [
    'Пожар на пароме «Арион» у мыса Лира: 217 пассажиров спасены',
    'Fire on the ferry “Arion” off Cape Lyra: 217 passengers rescued',
  ],
  [
    'В машинном отделении парома «Арион» в четырёх милях от мыса Лира рано утром начался пожар.',
    'A fire began early in the morning in the engine room of the ferry “Arion”, four miles off Cape Lyra.',
  ],
  [
    'Все 217 пассажиров сняты на два буксира, сообщила береговая охрана.',
    'All 271 passengers were taken onto two tugs, the coast guard said.',
  ],
  [
    'По словам капитана Никоса Стаматиса, огонь потушили за 40 минут.',
    'According to the captain, Nikos Stamatis, the fire was put out in 40 minutes.',
  ],
  [
    'Паром, построенный в 1998 году, взят на буксир, сказал начальник порта Павлос Делиос.',
    'The ferry, built in 1998, is in tow, said the harbour master, Pavlos Delios.',
  ],
  ['Трое надышались дымом.', 'Three people inhaled smoke.'],
  ['В портовой школе открыли тренажёр мостика', 'Bridge simulator opens at the port’s school'],
  [
    'В портовой школе заработал тренажёр капитанского мостика.',
    'A simulator of a captain’s bridge has gone into service at the port’s school.',
  ],
  [
    'Первым на нём посадил судно на мель сам директор.',
    'The first to run a ship aground on it was the head teacher himself.',
  ],
  ['Вода у входных буёв теплее обычного', 'Water at the entrance buoys warmer than usual'],
  [
    'Температура воды у входных буёв на полтора градуса выше средней за двадцать лет, сообщила портовая служба.',
    'The temperature of the water at the entrance buoys is half a degree above the average of twenty years, the port service said.',
  ],
  ['Библиотека на причале работает и зимой', 'Library on the quay open in winter too'],
  [
    'Плавучая библиотека в этом году не уйдёт на зимовку: её вмёрзнут в лёд у третьего причала и проложат мостки.',
    'The floating library will not leave for the winter this year: it will be frozen into the ice at the third berth, with a gangway.',
  ],
  ['Рыбаки сдали рекордный улов корюшки', 'Fishermen land a record catch of smelt'],
  ['Корюшки сдали сорок три тонны, уточнил рыбзавод', 'It was 43 tonnes of smelt, the fish works says'],
  [
    'За неделю рыбаки сдали сорок тонн корюшки, вдвое больше прошлогоднего.',
    'In a week the fishermen landed forty tonnes of корюшка, twice as much as last year.',
  ],
  ['Цена упала на треть.', 'The price fell by a third.'],
  ['Дорогу к маяку чистят второй день', 'Road to the lighthouse cleared for a second day'],
  [
    'Дорогу к маяку занесло на семи километрах.',
    'The road to the lighthouse is snowed in for seven kilometres.',
  ],
  [
    'Смотрителю доставили хлеб и газеты на снегоходе.',
    'Bread and newspapers were brought to the keeper by snowmobile.',
  ],
  ['Театр приедет в порт на ледоколе', 'Theatre to come to the port on the icebreaker'],
  [
    'Областной театр приедет в Северный Мыс на ледоколе: железную дорогу ремонтируют.',
    'The regional theatre will come to Severny Mys on the icebreaker: the railway is being repaired.',
  ],
  ['Декорации пойдут трюмом.', 'The scenery will go in the hold.'],
  ['Кран «Богатырь» сняли с ремонта', '“Bogatyr” crane is back from repair'],
  ['Кран «Богатырь» снова остановлен для испытаний', '“Bogatyr” crane stopped again for tests'],
  [
    'Портовый кран «Богатырь» вернули в работу раньше срока, сообщил порт.',
    'The port crane “Bogatyr” is back at work ahead of time, the port said.',
  ],
  ['Профсоюз просит показать акт испытаний.', 'The union asks to be shown the record of the tests.'],
  ['Сигнал времени перенесли с пушки на колокол', 'Time signal moves from the gun to the bell'],
  [
    'Полдень в порту больше не отбивает пушка: окрестные жители собрали триста подписей.',
    'Noon in the port is no longer struck by the gun: those who live near collected three hundred signatures.',
  ],
  ['Теперь звонит колокол.', 'Now a bell rings.'],
  [/^Лёд (.+): (\d+) сантиметров$/u, 'Ice $1: $2 centimetres'],
  [
    /^Толщина льда (.+) — (\d+) сантиметров, сообщила портовая служба\.$/u,
    'The ice $1 is $2 centimetres thick, the port service said.',
  ],
  [/^Проводка по заявкам\.$/u, 'Escort on request.'],
  [/^Ветер (\d+) метров в секунду (.+)$/u, 'Wind of $1 metres a second $2'],
  [/^Ветер (.+) усилился\.$/u, 'The wind $1 has strengthened.'],
  [/^Ветер (.+) слабеет$/u, 'The wind $1 is dropping'],
  [
    /^Буксирам рекомендовано оставаться в порту ближайшие (\d+) ч\.$/u,
    'Tugs are advised to stay in port for the next $1 hours.',
  ],
  [/^Порт обработал за сутки (\d+) вагонов леса$/u, 'Port handled $1 wagons of timber in a day'],
  [
    /^За сутки порт принял (\d+) вагонов леса и отправил (\d+) судна на юг\.$/u,
    'In a day the port took in $1 wagons of timber and sent $2 ships south.',
  ],
  [/^«Полярная сова» провела (\d+)-е судно сезона$/u, '“Polar Owl” escorts ship no. $1 of the season'],
  [/^Ледокол провёл (\d+)-е судно сезона\.$/u, 'The icebreaker has escorted ship no. $1 of the season.'],
  [/^В очереди ещё (\d+)\.$/u, 'Another $1 are in the queue.'],
];
