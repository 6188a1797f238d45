/**
 * Given names. Two that are near each other by their letters are two people, Marta beside María, and no slip; behind a word with a
 * capital one tells where a post ends and a name begins; and two people of one given name are told apart by their surnames.
 */
import { wordLines } from './lists.ts';

export const givenNames: ReadonlySet<string> = new Set(
  wordLines(`
    maría maria marie marta martha mario marco marcos marcus martin martín martine marina mariana marian marianne
    mathias matthias matthew mathieu
    carlos carla carlo carol clara claire klara laura laure laurent lauren paula paola paolo pablo paulo paulina
    pauline louis louise luisa luigi lucía lucia lucie lucio lucas lukas elena elisa elise eliza elias ellen helena
    helen helene hélène irene irina julia julio julie julien julian juliana daniel daniela danielle daria dario
    simon simone simona anna annie hanna hannah joana joanna johanna johann jonas jonah jonathan peter petra pietro
    pedro stefan stefano stefanie stephen steven steffen andrea andreas andrei andrés andrew andré alexis alexei
    alex alessia alessio sandra sandro sonia sonja tania tanja silvia silvio sylvia sylvie victor viktor vittorio
    victoria viktoria valerie valeria valerio valery xavier javier ramón raimon román roman romain robin robert
    roberto roberta rupert erika erica patrick patricia patrizia nicola nicolas nikolas nicole nikola michel michael
    michele michelle mikhail miguel michał gabriel gabriela gabriele gabrielle raphael rafael rafaela emile emilie
    emilia emilio emily
    aaron abdul adam adele adrian agnes agnès ahmed aisha alan alana albert alberto alejandra alejandro alfred alfredo ali alice alicia
    aline alistair alvaro álvaro amanda amélie amina amir ana anaïs anders andy angela ángel angelo anita anja anke anneliese annette
    ansgar antoine anton antonella antonia antonio antónio armin arne arno arthur arturo astrid audrey august aurélie aurora axel
    barbara beatrice beatriz ben benedikt benjamin benoît bernadette bernard bernardo bernd bertrand bettina bianca birgit björn boris
    brenda brian brigitte bruno bryan callum camila camille can carmen carolina caroline catarina caterina catherine cécile celia césar
    charles charlotte chiara chloé christa christian christiane christina christine christoph christophe christopher clarissa claude
    claudia claudio clemens colin concha corinne cornelia cristiano cristina cristóbal damien dan david davide deborah denis dennis diana
    diego dieter dietmar dirk domenico dominik dominique donald dora doris dorothea douglas duarte duncan dylan eberhard eduardo edgar
    edith edmund edoardo eduard edward eileen elizabeth elke elliot elodie elsa emily emma emmanuel emanuele enrico enrique eric erich
    erik erin ernesto erwin esteban esther ethan étienne eugen eugenia eugenio eva evan evelyn fabian fabien fabio fatima federica
    federico felix félix felipe fernanda fernando filippo fiona florence florian franca francesca francesco francis francisca francisco
    franck franco françois françoise frank franz frédéric frederick friedrich fritz fulvio gabi gareth gary gemma geoffrey georg george
    georges gérard gerd gerhard gert gertrud gianluca gianni gilles gina giacomo giorgia giorgio giovanna giovanni giulia giulio giuseppe
    gonzalo gordon graham graziella greg gregor gregory greta guido guillaume guillermo gunnar günter günther gustav gustavo hannes hanno
    hans harald harold harriet harry hassan heather hector héctor heidi heike heiko heinrich heinz helga helmut hendrik henri henry henrik
    herbert hermann hervé hilde holger horst howard hugo ian ibrahim ignacio igor ilaria ilse imogen inés ines inga inge ingo ingrid irma
    isaac isabel isabella isabelle ivan iván jack jacob jacopo jacqueline jacques jaime jake jakob james jan jana jane janet janine jasmin
    jason jean jeanne jens jennifer jeremy jérôme jess jessica jim joachim joan joão joaquim joaquín jochen joe joel joël johan john jordi
    jorge jörg jörn josé josef josep joseph josephine joshua juan judith jutta jules julius jürgen justin justine kai karen karim karin karl
    karla karsten kate katharina katherine kathrin katja katrin kay keith kelly ken kenneth kerstin kevin khaled klaus konrad konstantin
    kristin kurt lars laetitia lance larry leila lena leo léo leon leonardo leonie leonor leopold liam lidia liliana lina linda lisa livia
    lorena lorenz lorenzo lothar lotte luca luc luciano ludwig luís luis luise lukas lutz lydia magdalena maika manfred manuel manuela
    mara marc marcel marcelo margaret margarita margherita margot mari mariano mario marion marius markus marlene mats matilda matt
    matteo matthieu maurice mauricio mauro max maxime maximilian meike mehmet meinhard melanie mercedes michaela mike milan miles miriam mirko
    mohamed mohammed monica mónica monika monique moritz nadia nadine nadja nancy natalia natalie natascha neele nele neil niall nick nico niels
    nicolás nils nina noah noel noël noémie nora norbert nuno nuria odile olaf oliver olivia olivier óscar oscar otto owen pascal pascale
    pat paul pauline pedro penelope pepe percy petros philip philipp philippa philippe phil pierre pierluigi pierpaolo pietro piotr pilar
    priscilla priya quentin rachel rainer ralf ralph ramiro raquel raúl raymond rebecca regina reinhard renata renate renato rené reto
    riccardo ricardo richard rita rob rocío rodolfo rodrigo roger roland rolf román romina ron rosa rosario rosemary rowena roy ruben
    rubén rüdiger rudolf ruth ryan sabina sabine sabrina sally salvador salvatore sam samantha samir samuel sandrine santiago sara sarah
    sascha sean sebastian sebastián sébastien serge sergio sigrid silke silvana simão sofia sofía solène sophia sophie stacy stanislas
    stella stéphane stéphanie stuart sue susan susana susanne suzanne svenja sven tamara tania tanja teodoro teresa terry thea theo théo
    theresa thérèse thierry thilo thomas thorsten tiago till tim timo tina tobias todd tom tomás tommaso toni tony torsten tracy udo ugo
    ulla ulrich ulrike umberto ursula uta ursel ute uwe valentin valentina vanessa vera verena vicente vicent vincent vincenzo virginia
    virginie volker walter waltraud wendy werner wilfried wilhelm wilhelmina william willy wim wolfgang yannick yann yasmin yolanda yves
    yvonne zoé zoe
    марія мария марина марта дарья дарія данила данило даниил ирина ірина елена олена алена алёна алина аліна галина
    ганна анна жанна яна инна нина ніна антон антонина алексей олексій александр александра олександр олександра
    александр алексей алла анатолий анатолій андрей андрій аркадий артём артем артур ахмед богдан борис вадим валентин валентина валерий
    валерия валерій валерія василий василь василиса вера віра вероника виктор віктор виктория вікторія виталий віталій владимир володимир
    владислав всеволод вячеслав в’ячеслав галина геннадий геннадій георгий георгій герман глеб григорий григорій денис дмитрий дмитро
    евгений євген евгения євгенія екатерина катерина елизавета єлизавета зинаида зоя иван іван игорь ігор илья ілля ильдар инесса иннокентий
    йосип карина кирилл кирило константин костянтин ксения ксенія лариса леонид леонід лев лидия лідія лина любовь любов людмила максим
    марат маргарита марк микола мирослав михаил михайло надежда надія марк марко назар наталия наталья наталія наталя никита микита николай нил оксана
    олег олеся ольга остап павел павло петр пётр петро полина поліна раиса ренат рената ринат роман ростислав рустам руслан савелий светлана
    світлана святослав семен семён сергей сергій софия софія софья станислав станіслав степан тамара тарас татьяна тетяна тимофей тимофій
    тимур ульяна фёдор федор филипп эдуард эльвира эмилия юлия юлія юрий юрій яков яків ярослав ярослава
    αγγελική αθανάσιος αλέξανδρος αλέξης αναστασία ανδρέας άγγελος αντώνης απόστολος άρης αργύρης αριστείδης ασπασία βαγγέλης βασίλης
    βασιλική βίκυ γεωργία γιώργος γρηγόρης δανάη δέσποινα δημήτρης δήμητρα διονύσης ειρήνη ελευθερία ευαγγελία ευγενία εύα ζωή ηλίας θανάσης
    θεόδωρος θοδωρής θωμάς ιάκωβος ιάσονας ιωσήφ καλλιόπη κατερίνα κυριάκος κωνσταντίνα κωνσταντίνος κώστας λάμπρος λευτέρης λεωνίδας λίνα
    λουκία λουκάς λυδία μάκης μανώλης μαργαρίτα μάρκος μιχάλης μυρτώ νατάσα νεκτάριος νικόλαος ξένια όλγα ορέστης παναγιώτης παντελής
    παρασκευή παύλος πάνος περικλής πέτρος ρένα σάββας σοφία σπύρος σταμάτης σταύρος στέφανος σωτήρης τάσος τίνα φαίδρα φίλιππος φώτης
    χάρης χαράλαμπος χρήστος χριστίνα
    أحمد محمد محمود علي عمر عثمان إبراهيم إسماعيل يوسف يونس موسى عيسى سليمان داود حسن حسين حسام كمال جمال سمير سامر سامي سليم سالم سعيد
    سعد خالد وليد وائل نبيل نادر نزار ناصر هاني هشام هيثم طارق طلال زياد زيد رامي رائد رشيد رضا فادي فؤاد فيصل فهد ماجد مازن مروان مصطفى
    منصور منير باسل بلال بشار أنس أيمن أمين أمجد أشرف إياد عادل عامر عبد عماد عصام غسان كريم لؤي ياسر ياسين جورج إلياس بطرس جبران
    فاطمة عائشة مريم زينب خديجة ليلى سلمى سارة نادية هدى هند رنا رولا ريم رانيا دينا دعاء منى مها نور نورا ندى سهام سميرة سعاد أمل إيمان
    إسراء آلاء بسمة حنان جميلة كريمة لمى ميساء وفاء ياسمين آنا
    μαρία μαρίνα μαρίνος μάριος μάρθα ελένη ελίνα άννα ιωάννα ιωάννης γιάννης γιάννα νίκος νίκη κώστας στέλιος στέλλα
    katarzyna agnieszka małgorzata ewa elżbieta krystyna danuta halina irena jadwiga beata dorota grażyna urszula
    wanda zofia jerzy andrzej krzysztof stanisław tomasz paweł marcin grzegorz zbigniew ryszard dariusz henryk
    mariusz kazimierz wojciech mateusz rafał jacek janusz mirosław maciej sławomir jarosław kamil wiesław władysław
    jakub artur zdzisław mieczysław damian dawid przemysław czesław leszek bogdan bogusław łukasz jiří petr pavel
    jaroslav tomáš miroslav zdeněk václav michal františek karel lukáš vladimír ladislav ondřej stanislav marek
    radek antonín vojtěch filip miloslav matěj aleš jaromír libor patrik oldřich luboš pavla lenka hana věra alena
    kateřina ludmila veronika zuzana markéta jarmila zdeňka jitka božena ivana antônio rui diogo gonçalo vasco
    afonso inês margarida benedita filipa adriana luciana fátima conceição graça adelaide amélia piet pieter kees
    henk willem joris maarten jeroen bart geert gerrit sjoerd wouter rutger mark ruud frans cornelis anneke marijke
    wilma saskia femke sanne marieke hanneke annemarie mirjam tineke jolanda mikael per fredrik bengt bo göran
    magnus ulf håkan åke kristina birgitta malin annika inger linnea gunilla anneli camilla lotta
  `).split(' '),
);
