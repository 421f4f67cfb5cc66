package no.innvei.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Invented people in believable families: the same seed and day give the same people. Names follow the custom of the country (shared family name,
 * the mother's own, or the father's given name in place of one).
 */
public final class SyntheticPeople {

    /** @param family {@code null} where the custom knows none */
    public record Name(String given, String family) {}

    public enum Gender {
        FEMALE,
        MALE
    }

    public enum Part {
        ADULT,
        CHILD
    }

    /**
     * @param latin as written in Norwegian registers
     * @param own in the script of the country; equal to {@code latin} where that is Latin
     * @param nationalId synthetic fødselsnummer
     * @param dNumber synthetic D-number of the same person
     * @param dufNumber twelve digits
     * @param household number shared by those who live together
     * @param childrenBornOn birth dates of own children in the household
     */
    public record Person(
            Name latin,
            Name own,
            LocalDate bornOn,
            Gender gender,
            Country country,
            Part part,
            String nationalId,
            String dNumber,
            String dufNumber,
            int household,
            List<LocalDate> childrenBornOn) {

        public Person {
            childrenBornOn = List.copyOf(childrenBornOn);
        }

        /** Masked: the names and numbers are invented, but a log is a log. */
        @Override
        public String toString() {
            return "person of household " + household;
        }
    }

    /** Where the family name comes from. */
    public enum Custom {
        /** all have the same */
        SHARED,
        GENDERED,
        WIFE_KEEPS_HERS,
        FATHERS_GIVEN_NAME
    }

    /** Where people come from; the weights are roughly who is settled these years. */
    public enum Country {
        UKRAINE(
                "UA",
                "uk",
                40,
                Custom.GENDERED,
                "Olena=Олена Iryna=Ірина Oksana=Оксана Nataliia=Наталія Tetiana=Тетяна Yuliia=Юлія Kateryna=Катерина Svitlana=Світлана Viktoriia=Вікторія Daryna=Дарина Sofiia=Софія Polina=Поліна",
                "Andrii=Андрій Oleksandr=Олександр Serhii=Сергій Mykola=Микола Dmytro=Дмитро Ivan=Іван Yurii=Юрій Maksym=Максим Bohdan=Богдан Taras=Тарас Artem=Артем Volodymyr=Володимир",
                "Kovalenko=Коваленко Shevchenko=Шевченко Bondarenko=Бондаренко Tkachenko=Ткаченко Kravchuk=Кравчук Melnyk=Мельник Koval=Коваль Lysenko=Лисенко Savchuk=Савчук Kuzmenko=Кузьменко Hrytsenko=Гриценко Levytskyi=Левицький Zelinskyi=Зелінський Chornovil=Чорновіл Rudenko=Руденко Marchenko=Марченко"),
        SYRIA(
                "SY",
                "ar",
                18,
                Custom.WIFE_KEEPS_HERS,
                "Fatima=فاطمة Rima=ريما Hala=هالة Nour=نور Amal=أمل Layla=ليلى Samar=سمر Rasha=رشا Hanan=حنان Zeinab=زينب Maryam=مريم Yasmin=ياسمين",
                "Ahmad=أحمد Mohammad=محمد Khaled=خالد Omar=عمر Hassan=حسن Yousef=يوسف Mahmoud=محمود Bilal=بلال Samir=سمير Ziad=زياد Anas=أنس Ibrahim=إبراهيم",
                "Haddad=حداد Al-Khatib=الخطيب Darwish=درويش Nasser=ناصر Khalil=خليل Al-Masri=المصري Hamdan=حمدان Qassem=قاسم Sabbagh=صباغ Al-Ahmad=الأحمد Shahin=شاهين Najjar=نجار"),
        ERITREA(
                "ER",
                "ti",
                12,
                Custom.FATHERS_GIVEN_NAME,
                "Selam=ሰላም Almaz=አልማዝ Mehret=ምሕረት Letekidan=ለተኪዳን Feven=ፌቨን Rahel=ራሄል Semhar=ሰምሃር Saba=ሳባ Helen=ሄለን Abrehet=ኣብረሀት",
                "Tesfay=ተስፋይ Yonas=ዮናስ Filmon=ፊልሞን Kibrom=ክብሮም Dawit=ዳዊት Samuel=ሳሙኤል Mehari=መሓሪ Habtom=ሃብቶም Berhane=ብርሃነ Ghirmay=ግርማይ",
                "Tesfay=ተስፋይ Ghebremedhin=ገብረመድህን Woldu=ወልዱ Haile=ሃይለ Kidane=ኪዳነ Tekle=ተክለ Araya=ኣርኣያ Zerai=ዘርኣይ"),
        AFGHANISTAN(
                "AF",
                "prs",
                10,
                Custom.WIFE_KEEPS_HERS,
                "Zahra=زهرا Parwana=پروانه Shabnam=شبنم Farida=فریده Nilofar=نیلوفر Marzia=مرضیه Roya=رویا Soraya=ثریا",
                "Hamid=حمید Reza=رضا Jawad=جواد Farhad=فرهاد Nasir=نصیر Mustafa=مصطفی Ali=علی Omid=امید",
                "Ahmadi=احمدی Rahimi=رحیمی Hosseini=حسینی Karimi=کریمی Nazari=نظری Mohammadi=محمدی Sharifi=شریفی Haidari=حیدری"),
        SOMALIA(
                "SO",
                "so",
                6,
                Custom.FATHERS_GIVEN_NAME,
                "Ayaan Hodan Sahra Fadumo Ifrah Nimco Ubax Hibaq",
                "Abdi Cabdullahi Guled Warsame Liban Yusuf Faarax Maxamed",
                "Warsame Cali Xasan Axmed Jaamac Aadan Nuur Ismaaciil"),
        CONGO(
                "CD",
                "sw",
                6,
                Custom.SHARED,
                "Espérance Chantal Furaha Neema Béatrice Aline Solange Divine",
                "Jean-Claude Patient Espoir Bahati Emmanuel Dieudonné Innocent Moïse",
                "Mukendi Kabongo Tshibangu Ilunga Mwamba Byamungu Kasongo Bahati"),
        SUDAN(
                "SD",
                "ar",
                4,
                Custom.FATHERS_GIVEN_NAME,
                "Amna=آمنة Hiba=هبة Rania=رانيا Sara=سارة Ikhlas=إخلاص Tahani=تهاني",
                "Adam=آدم Ismail=إسماعيل Mubarak=مبارك Yasir=ياسر Hatim=حاتم Abdelrahman=عبدالرحمن",
                "Adam=آدم Abakar=أبكر Eltayeb=الطيب Haroun=هارون Osman=عثمان Bashir=بشير"),
        ETHIOPIA(
                "ET",
                "am",
                4,
                Custom.FATHERS_GIVEN_NAME,
                "Tigist=ትዕግስት Hirut=ሂሩት Meseret=መሠረት Aster=አስቴር Bethlehem=ቤተልሔም Genet=ገነት",
                "Abebe=አበበ Getachew=ጌታቸው Tadesse=ታደሰ Mulugeta=ሙሉጌታ Dereje=ደረጀ Solomon=ሰሎሞን",
                "Abebe=አበበ Bekele=በቀለ Girma=ግርማ Alemu=አለሙ Wolde=ወልደ Kebede=ከበደ");

        private final String code;
        private final String motherTongue;
        private final int weight;
        private final Custom custom;
        private final List<String[]> female;
        private final List<String[]> male;
        private final List<String[]> family;

        Country(
                String code,
                String motherTongue,
                int weight,
                Custom custom,
                String female,
                String male,
                String family) {
            this.code = code;
            this.motherTongue = motherTongue;
            this.weight = weight;
            this.custom = custom;
            this.female = pairs(female);
            this.male = pairs(male);
            this.family = pairs(family);
        }

        /** ISO 3166-1 alpha-2. */
        public String code() {
            return code;
        }

        /** ISO 639. */
        public String motherTongue() {
            return motherTongue;
        }

        public Custom custom() {
            return custom;
        }

        /** Given names, Latin and own spelling beside each other. */
        public List<String[]> givenNames(Gender gender) {
            return gender == Gender.FEMALE ? female : male;
        }

        /** Family names, Latin and own spelling beside each other. */
        public List<String[]> familyNames() {
            return family;
        }

        private static List<String[]> pairs(String words) {
            return List.of(words.split(" ")).stream()
                    .map(word -> word.contains("=") ? word.split("=") : new String[] {word, word})
                    .toList();
        }
    }

    private final Random random;
    private final LocalDate today;
    private final Set<String> numbers = new HashSet<>();
    private int households;
    private int dufSerial = 1000;

    /** @param today no one is born after this day, and ages are counted at it */
    public SyntheticPeople(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** Whole households, one after the other, cut at {@code count} people. */
    public List<Person> people(int count) {
        var people = new ArrayList<Person>();
        while (people.size() < count) {
            people.addAll(household());
        }
        return List.copyOf(people.subList(0, count));
    }

    /** Those who live together: one or two adults first, then their children by age. */
    public List<Person> household() {
        var country = country();
        int number = ++households;
        int age = 19 + random.nextInt(20) + random.nextInt(20);
        boolean couple = age > 22 && random.nextInt(100) < 45;
        var firstGender = random.nextInt(100) < 55 ? Gender.FEMALE : Gender.MALE;
        var oldest = born(age);
        var partner = born(Math.max(19, age - 6 + random.nextInt(9)));
        var children = children(couple, firstGender, age);

        var familyName = pick(country.family);
        var first = adultName(country, firstGender, familyName);
        var people = new ArrayList<Person>();
        people.add(person(first, oldest, firstGender, country, Part.ADULT, number, children));
        var father = firstGender == Gender.MALE ? first : null;
        if (couple) {
            var otherGender = firstGender == Gender.FEMALE ? Gender.MALE : Gender.FEMALE;
            var theirs = country.custom == Custom.SHARED || country.custom == Custom.GENDERED
                    ? familyName
                    : pick(country.family);
            var second = adultName(country, otherGender, theirs);
            people.add(person(second, partner, otherGender, country, Part.ADULT, number, children));
            father = otherGender == Gender.MALE ? second : father;
        }
        var lineage = father == null ? first.family : father.family;
        for (var bornOn : children) {
            var gender = random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
            var given = pick(gender == Gender.FEMALE ? country.female : country.male);
            var family = country.custom == Custom.FATHERS_GIVEN_NAME && father != null ? father.given : lineage;
            people.add(person(
                    name(country, gender, given, family), bornOn, gender, country, Part.CHILD, number, List.of()));
        }
        return List.copyOf(people);
    }

    /** Latin and own spelling beside each other. */
    private record Spelled(String[] given, String[] family) {}

    private Spelled adultName(Country country, Gender gender, String[] family) {
        return name(country, gender, pick(gender == Gender.FEMALE ? country.female : country.male), family);
    }

    private static Spelled name(Country country, Gender gender, String[] given, String[] family) {
        if (country.custom != Custom.GENDERED) {
            return new Spelled(given, family);
        }
        var root = new String[] {
            family[0].replaceFirst("(sk|tsk)a$", "$1yi"), family[1].replaceFirst("(ськ|цьк)а$", "$1ий")
        };
        return gender == Gender.MALE
                ? new Spelled(given, root)
                : new Spelled(
                        given, new String[] {root[0].replaceFirst("kyi$", "ka"), root[1].replaceFirst("кий$", "ка")});
    }

    private Person person(
            Spelled name,
            LocalDate bornOn,
            Gender gender,
            Country country,
            Part part,
            int household,
            List<LocalDate> children) {
        boolean female = gender == Gender.FEMALE;
        return new Person(
                new Name(name.given[0], name.family[0]),
                new Name(name.given[1], name.family[1]),
                bornOn,
                gender,
                country,
                part,
                unused(serial -> SyntheticNumbers.nationalId(bornOn, female, serial)),
                unused(serial -> SyntheticNumbers.dNumber(bornOn, female, serial)),
                SyntheticNumbers.dufNumber(today.getYear() - random.nextInt(3), dufSerial++),
                household,
                children);
    }

    private String unused(IntFunction<Optional<String>> numbered) {
        int from = random.nextInt(250);
        for (int i = 0; i < 250; i++) {
            var number = numbered.apply((from + i) % 250);
            if (number.isPresent() && numbers.add(number.get())) {
                return number.get();
            }
        }
        throw new IllegalStateException("no number is left for this birth date");
    }

    private List<LocalDate> children(boolean couple, Gender only, int age) {
        int most = couple ? 5 : only == Gender.FEMALE ? 4 : 1;
        int count = age < 22 ? 0 : random.nextInt(most + 1);
        var births = new ArrayList<LocalDate>();
        for (int i = 0; i < count; i++) {
            int childAge = random.nextInt(Math.min(age - 20, 19) + 1);
            births.add(today.minusYears(childAge).minusDays(random.nextInt(365)));
        }
        births.sort(null);
        return births.stream().distinct().toList();
    }

    private LocalDate born(int age) {
        return today.minusYears(age).minusDays(random.nextInt(365));
    }

    private Country country() {
        int ticket = random.nextInt(100);
        for (var country : Country.values()) {
            ticket -= country.weight;
            if (ticket < 0) {
                return country;
            }
        }
        throw new IllegalStateException("the weights do not add up to 100");
    }

    private String[] pick(List<String[]> names) {
        return names.get(random.nextInt(names.size()));
    }
}
