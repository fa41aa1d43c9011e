--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: indicators; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA indicators;


--
-- Name: signalering; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA signalering;


--
-- Name: subjects; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA subjects;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: commits; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.commits (
    region text NOT NULL,
    "position" bigint NOT NULL,
    blank bytea NOT NULL,
    root bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT commits_blank_check CHECK ((length(blank) = 16)),
    CONSTRAINT commits_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT commits_root_check CHECK ((length(root) = 32))
);


--
-- Name: cursors; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.cursors (
    source text NOT NULL,
    region text NOT NULL,
    epoch integer NOT NULL,
    "position" bigint NOT NULL,
    hash_position bigint NOT NULL,
    hash bytea NOT NULL
);


--
-- Name: events; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.events (
    region text NOT NULL,
    "position" bigint NOT NULL,
    type text NOT NULL,
    recorded bigint NOT NULL,
    subject bytea,
    file bytea,
    body bytea,
    erased bytea,
    hash bytea NOT NULL,
    CONSTRAINT events_erased_check CHECK ((length(erased) = 32)),
    CONSTRAINT events_file_check CHECK ((length(file) = 16)),
    CONSTRAINT events_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT events_subject_check CHECK ((length(subject) = 16))
);


--
-- Name: file_keys; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.file_keys (
    file bytea NOT NULL,
    wrapped bytea NOT NULL,
    CONSTRAINT file_keys_file_check CHECK ((length(file) = 16))
);


--
-- Name: logs; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.logs (
    region text NOT NULL,
    epoch integer DEFAULT 1 NOT NULL,
    "position" bigint DEFAULT 0 NOT NULL,
    hash bytea DEFAULT '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea NOT NULL
);


--
-- Name: request_keys; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.request_keys (
    caller text NOT NULL,
    request_id bytea NOT NULL,
    digest bytea,
    region text NOT NULL,
    "position" bigint NOT NULL,
    recorded bigint NOT NULL,
    answer bytea,
    CONSTRAINT request_keys_digest_check CHECK ((length(digest) = 32)),
    CONSTRAINT request_keys_request_id_check CHECK ((length(request_id) = 16))
);


--
-- Name: resident_pupils; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.resident_pupils (
    region text NOT NULL,
    school_year text NOT NULL,
    municipality text NOT NULL,
    pupils integer NOT NULL,
    made_up boolean NOT NULL
);


--
-- Name: schema_history; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.schema_history (
    source text NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    digest text NOT NULL
);


--
-- Name: schools; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.schools (
    region text NOT NULL,
    "row" integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    pupils integer NOT NULL,
    counted_on date,
    counted_text text,
    source text NOT NULL,
    note text NOT NULL
);


--
-- Name: spells; Type: TABLE; Schema: indicators; Owner: -
--

CREATE TABLE indicators.spells (
    region text NOT NULL,
    log text NOT NULL,
    "position" bigint NOT NULL,
    subject bytea NOT NULL,
    municipality text NOT NULL,
    verzuim_class integer NOT NULL,
    age_band integer NOT NULL,
    start_date date NOT NULL,
    end_date date,
    CONSTRAINT spells_subject_check CHECK ((length(subject) = 16))
);


--
-- Name: commits; Type: TABLE; Schema: signalering; Owner: -
--

CREATE TABLE signalering.commits (
    region text NOT NULL,
    "position" bigint NOT NULL,
    blank bytea NOT NULL,
    root bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT commits_blank_check CHECK ((length(blank) = 16)),
    CONSTRAINT commits_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT commits_root_check CHECK ((length(root) = 32))
);


--
-- Name: cursors; Type: TABLE; Schema: signalering; Owner: -
--

CREATE TABLE signalering.cursors (
    source text NOT NULL,
    region text NOT NULL,
    epoch integer NOT NULL,
    "position" bigint NOT NULL,
    hash_position bigint NOT NULL,
    hash bytea NOT NULL
);


--
-- Name: events; Type: TABLE; Schema: signalering; Owner: -
--

CREATE TABLE signalering.events (
    region text NOT NULL,
    "position" bigint NOT NULL,
    type text NOT NULL,
    recorded bigint NOT NULL,
    subject bytea,
    file bytea,
    body bytea,
    erased bytea,
    hash bytea NOT NULL,
    CONSTRAINT events_erased_check CHECK ((length(erased) = 32)),
    CONSTRAINT events_file_check CHECK ((length(file) = 16)),
    CONSTRAINT events_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT events_subject_check CHECK ((length(subject) = 16))
);


--
-- Name: file_keys; Type: TABLE; Schema: signalering; Owner: -
--

CREATE TABLE signalering.file_keys (
    file bytea NOT NULL,
    wrapped bytea NOT NULL,
    CONSTRAINT file_keys_file_check CHECK ((length(file) = 16))
);


--
-- Name: logs; Type: TABLE; Schema: signalering; Owner: -
--

CREATE TABLE signalering.logs (
    region text NOT NULL,
    epoch integer DEFAULT 1 NOT NULL,
    "position" bigint DEFAULT 0 NOT NULL,
    hash bytea DEFAULT '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea NOT NULL
);


--
-- Name: request_keys; Type: TABLE; Schema: signalering; Owner: -
--

CREATE TABLE signalering.request_keys (
    caller text NOT NULL,
    request_id bytea NOT NULL,
    digest bytea,
    region text NOT NULL,
    "position" bigint NOT NULL,
    recorded bigint NOT NULL,
    answer bytea,
    CONSTRAINT request_keys_digest_check CHECK ((length(digest) = 32)),
    CONSTRAINT request_keys_request_id_check CHECK ((length(request_id) = 16))
);


--
-- Name: schema_history; Type: TABLE; Schema: signalering; Owner: -
--

CREATE TABLE signalering.schema_history (
    source text NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    digest text NOT NULL
);


--
-- Name: signals; Type: TABLE; Schema: signalering; Owner: -
--

CREATE TABLE signalering.signals (
    id bytea NOT NULL,
    region text NOT NULL,
    "position" bigint NOT NULL,
    municipality text NOT NULL,
    subject bytea NOT NULL,
    case_number text NOT NULL,
    duo_report_number text,
    kind integer NOT NULL,
    start_date date NOT NULL,
    end_date date,
    missed_hours integer,
    all_lessons_missed boolean,
    action_requested boolean,
    establishment text,
    duty_ending integer NOT NULL,
    regions_by_school text NOT NULL,
    regions_by_residence text NOT NULL,
    phase integer NOT NULL,
    leerplicht_start_date date NOT NULL,
    leerplicht_end_date date NOT NULL,
    adult_month text NOT NULL,
    dropped_fields text NOT NULL,
    recorded bigint NOT NULL,
    CONSTRAINT signals_id_check CHECK ((length(id) = 16)),
    CONSTRAINT signals_subject_check CHECK ((length(subject) = 16))
);


--
-- Name: key_proofs; Type: TABLE; Schema: subjects; Owner: -
--

CREATE TABLE subjects.key_proofs (
    name text NOT NULL,
    proof bytea NOT NULL,
    CONSTRAINT key_proofs_proof_check CHECK ((length(proof) = 32))
);


--
-- Name: schema_history; Type: TABLE; Schema: subjects; Owner: -
--

CREATE TABLE subjects.schema_history (
    source text NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    digest text NOT NULL
);


--
-- Name: subjects; Type: TABLE; Schema: subjects; Owner: -
--

CREATE TABLE subjects.subjects (
    purpose text NOT NULL,
    hmac bytea NOT NULL,
    subject bytea NOT NULL,
    CONSTRAINT subjects_hmac_check CHECK ((length(hmac) = 32)),
    CONSTRAINT subjects_subject_check CHECK ((length(subject) = 16))
);


--
-- Data for Name: commits; Type: TABLE DATA; Schema: indicators; Owner: -
--



--
-- Data for Name: cursors; Type: TABLE DATA; Schema: indicators; Owner: -
--

INSERT INTO indicators.cursors VALUES ('signalering', 'VO2201', 1, 80, 80, '\x8423b03662546af10b4fee33be37e936899b22006e111bbc5b0190efea4c978a');


--
-- Data for Name: events; Type: TABLE DATA; Schema: indicators; Owner: -
--



--
-- Data for Name: file_keys; Type: TABLE DATA; Schema: indicators; Owner: -
--



--
-- Data for Name: logs; Type: TABLE DATA; Schema: indicators; Owner: -
--



--
-- Data for Name: request_keys; Type: TABLE DATA; Schema: indicators; Owner: -
--



--
-- Data for Name: resident_pupils; Type: TABLE DATA; Schema: indicators; Owner: -
--

INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '0743', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '0755', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '0762', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '0794', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '0820', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '0847', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '1652', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '1658', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '1659', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('PO3008', '2024-2025', '1771', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('VO2201', '2024-2025', '0106', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('VO2201', '2024-2025', '1680', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('VO2201', '2024-2025', '1730', 10000, true);
INSERT INTO indicators.resident_pupils VALUES ('VO2201', '2024-2025', '1731', 10000, true);


--
-- Data for Name: schema_history; Type: TABLE DATA; Schema: indicators; Owner: -
--

INSERT INTO indicators.schema_history VALUES ('Regional.Indicators', 1, 'spells', '1eb06ca2284c7a73736aaaa1ecd145e869ecb3451358c5f90c0c4e9753adc316');
INSERT INTO indicators.schema_history VALUES ('Regional.Indicators', 2, 'population', 'f8b89461899c506be2ff408062a9000d7c145135b3478408bd73e393dd224a4a');
INSERT INTO indicators.schema_history VALUES ('Regional.EventLog', 1, 'event_log', 'ff54ea74d35724e9938e48a878538e52a7f7c3f84f817bc343b9f77898f72a6d');
INSERT INTO indicators.schema_history VALUES ('Regional.EventLog', 2, 'cursors', '251062ec037c54cbd2fae2fe92a2478d5d29dcac32fb60915f9aad2f3c288019');


--
-- Data for Name: schools; Type: TABLE DATA; Schema: indicators; Owner: -
--

INSERT INTO indicators.schools VALUES ('PO3008', 0, 'Kindcentrum SBO Petrus Donders', 'sbo', 151, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 1, 'School voor Speciaal Basisonderwijs De Toermalijn', 'sbo', 158, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 2, 'De Trumakkers', 'bo', 215, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 3, 'Brede School Bernadette', 'bo', 136, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 4, 'Basisschool De Rots', 'bo', 283, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 5, 'Basissch De Korenaar', 'bo', 201, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 6, 'Rooms Katholieke Basisschool De Wegwijzer', 'bo', 118, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 7, 'Rooms Katholieke Basisschool Zeilberg', 'bo', 239, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 8, 'Gerardusschool', 'bo', 206, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 9, 'Basissch St Jozef', 'bo', 462, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 10, 'Kindcentrum De Klimboom', 'bo', 65, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 11, 'Wilhelmina Basisschool', 'bo', 429, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 12, 'Nutsschool Beneden Beekloop School voor Basisonderwijs', 'bo', 209, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 13, 'Kindcentrum De Kastanjelaar', 'bo', 186, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 14, 'Basisschool Silvester Bernadette', 'bo', 319, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 15, 'Rooms Katholieke Basisschool Sint Jozef', 'bo', 124, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 16, 'Speciaal Basisonderwijs Van der Puttschool', 'sbo', 165, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 17, 'Kindentrum Vijblad', 'bo', 187, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 18, 'De Berkenschutse', 'so-vso', 634, NULL, 'schooljaar 2023-2024', 'edugis-2024', 'The count holds the pupils of SO and of VSO.');
INSERT INTO indicators.schools VALUES ('PO3008', 19, 'Kindcentrum de Wentelwiek', 'bo', 263, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 20, 'SBO De Brigantijn', 'sbo', 48, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 21, 'SBO De Brigantijn', 'sbo', 90, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 22, 'Kindcentrum De Vlinder', 'bo', 163, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 23, 'Rooms Katholieke Basisschool De Zonnebloem', 'bo', 204, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 24, 'Kindcentrum De Vlier', 'bo', 246, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 25, 'IKC Trudo', 'bo', 239, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 26, 'Kindcentrum De Bakelaar', 'bo', 332, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 27, 'Vrijeschool Peelland', 'bo', 172, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 28, 'Antonius School', 'bo', 180, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 29, 'Kindcentrum De Sprankel', 'bo', 247, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 30, 'Basisschool t Rendal', 'bo', 168, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 31, 'Jenaplanschool De Pandelaar', 'bo', 276, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 32, 'Openbare Basisschool De Horizon', 'bo', 200, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 33, 'Openbare Basisschool De Bron', 'bo', 181, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 34, 'Basisschool De Rank', 'bo', 342, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 35, 'Kindcentrum Breinplein', 'bo', 180, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 36, 'Basisschool t Klokhuis', 'bo', 240, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 37, 'Leerrijk', 'bo', 294, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 38, 'Kindcentrum Westwijzer', 'bo', 208, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 39, 'Openbare Basisschool ''t Schrijverke', 'bo', 392, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 40, 'Het Mooiste Blauw', 'bo', 205, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 41, 'Brede School Heuvelrijk', 'bo', 133, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 42, 'Brede basisschool De Vuurvogel', 'bo', 409, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 43, 'Rooms Katholieke Basisschool St Willibrordus', 'bo', 90, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 44, 'St Willibrordusschool', 'bo', 151, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 45, 'Nutsschool De Ganzebloem School voor Basisonderwijs', 'bo', 251, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 46, 'Dalton Kindcentruml Dommeldal', 'bo', 235, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 47, 'Rooms Katholieke Maria-School', 'bo', 368, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 48, 'KC Beekrijk-locatie Dalton basisschool ''t Otterke', 'bo', 155, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 49, 'Taalbrug Junior Helmond', 'so', 89, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 50, 'Basisschool Merlebos', 'bo', 186, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 51, 'Kindcentrum Mierlo-Hout', 'bo', 544, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 52, 'Basisschool Sint Jozef', 'bo', 65, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 53, 'Kindcentrum Het Venster', 'bo', 195, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 54, 'Kindcentrum De Ontdekking', 'bo', 217, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 55, 'Basisschool Heiakker', 'bo', 282, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 56, 'De Peelparel', 'bo', 90, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 57, 'De Goede Herder', 'bo', 375, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 58, 'De Parel', 'bo', 135, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 59, 'De Bundertjes', 'bo', 308, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 60, 'De Diamant Basisschool', 'bo', 97, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 61, 'Kindcentrum Mozaïek', 'bo', 353, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 62, 'Rooms Katholieke Basisschool Voordeldonk', 'bo', 290, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 63, 'Basisschool De Piramide', 'bo', 171, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 64, 'KC Talentrijk', 'bo', 220, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 65, 'Kindcentrum De Regenboog', 'bo', 156, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 66, 'Kindcentrum De Raagten', 'bo', 258, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 67, 'Brede school Dirk Hezius', 'bo', 187, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 68, 'De Straap', 'bo', 186, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 69, 'Brainport school de Dassenburcht', 'bo', 403, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 70, 'Kindcentrum De Samenstroom', 'bo', 468, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 71, 'KC Beekrijk-locatie De Muldershof', 'bo', 242, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 72, 'Basisschool de Rakt', 'bo', 221, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 73, 'Kindcentrum Crijns Society', 'bo', 248, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 74, 'Kindcentrum Kleinerf', 'bo', 146, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 75, 'Basisschool het Talent', 'bo', 222, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 76, 'Basisschool De Vonder', 'bo', 177, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 77, 'Kindcentrum Octopus', 'bo', 322, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 78, 'Openbaar Kindcentrum de Stroom', 'bo', 123, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 79, 'Kindcentrum De Dompelaar', 'bo', 102, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 80, 'Kindcentrum Puur Sang - Lucia', 'bo', 251, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 81, 'Kindcentrum Cornelius', 'bo', 148, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 82, 'Kindcentrum De Nieuwe Linde', 'bo', 165, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 83, 'Kindcentrum De Havelt', 'bo', 122, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 84, 'Kindcentrum De Kersentuin', 'bo', 118, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 85, 'Kindcentrum Berglaren', 'bo', 229, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 86, 'Kindcentrum Puur Sang - Loeswijk', 'bo', 109, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 87, 'Expertisecentrum Antoon van Dijkschool', 'so-vso', 238, NULL, 'schooljaar 2023-2024', 'edugis-2024', 'The count holds the pupils of SO and of VSO.');
INSERT INTO indicators.schools VALUES ('PO3008', 88, 'Montessorischool Helmond', 'bo', 166, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 89, 'Basisschool Tijl Uilenspiegel', 'bo', 286, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 90, 'Kindcentrum D''n Bogerd', 'bo', 310, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 91, 'Kindcentrum in het Hart van het Hout', 'bo', 297, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 92, 'Orthopedagogisch Onderwijsinstituut De Hilt', 'so-vso', 221, NULL, 'schooljaar 2023-2024', 'edugis-2024', 'The count holds the pupils of SO and of VSO.');
INSERT INTO indicators.schools VALUES ('PO3008', 93, 'Basisschool t Einder', 'bo', 228, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 94, 'De Kleine Kapitein', 'bo', 157, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 95, 'Openbare Basisschool De Hasselbraam', 'bo', 218, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 96, 'De Lindt', 'bo', 183, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 97, 'Openbare Basisschool De Rietpluim', 'bo', 446, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 98, 'Openbare Basisschool Ranonkel', 'bo', 321, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 99, 'OBS Uilenspiegel', 'bo', 222, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 100, 'Islamitische Basisschool Salah Eddin El Ayyoubi', 'bo', 200, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 101, 'Zuiderbos School voor SO en VSO', 'so-vso', 76, NULL, 'schooljaar 2023-2024', 'edugis-2024', 'The count holds the pupils of SO and of VSO.');
INSERT INTO indicators.schools VALUES ('PO3008', 102, 'Openbare Basisschool de Driehoek', 'bo', 174, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 103, 'Openbare Basisschool H Klokhuis', 'bo', 191, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 104, 'OBS Kleurrijk', 'bo', 88, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 105, 'Kindcentrum Dierdonk', 'bo', 427, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 106, 'Kindcentrum De Vendelier', 'bo', 411, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 107, 'Openbare Basisschool Brandevoort', 'bo', 537, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('PO3008', 108, 'Mondomijn', 'bo', 391, NULL, 'schooljaar 2023-2024', 'edugis-2024', '');
INSERT INTO indicators.schools VALUES ('VO2201', 0, 'DNC Quintus', 'vo', 1296, '2024-10-01', NULL, 'ondersteuningsplan-2026', '');
INSERT INTO indicators.schools VALUES ('VO2201', 1, 'DNC Penta', 'vo', 844, '2024-10-01', NULL, 'ondersteuningsplan-2026', '');
INSERT INTO indicators.schools VALUES ('VO2201', 2, 'DNC ISK', 'isk', 245, '2024-10-01', NULL, 'ondersteuningsplan-2026', 'The source prints 245 (+143) without saying whom the 143 are. They are not counted.');
INSERT INTO indicators.schools VALUES ('VO2201', 3, 'DNC Locatie Aa en Hunze', 'vo', 337, '2024-10-01', NULL, 'ondersteuningsplan-2026', '');
INSERT INTO indicators.schools VALUES ('VO2201', 4, 'Volta', 'vo', 270, '2024-10-01', NULL, 'ondersteuningsplan-2026', 'The source prints one row Volta with 270 and 268.');
INSERT INTO indicators.schools VALUES ('VO2201', 5, 'Volta', 'vo', 268, '2024-10-01', NULL, 'ondersteuningsplan-2026', 'The source prints one row Volta with 270 and 268.');
INSERT INTO indicators.schools VALUES ('VO2201', 6, 'VvG Lariks', 'vo', 1172, '2024-10-01', NULL, 'ondersteuningsplan-2026', '');
INSERT INTO indicators.schools VALUES ('VO2201', 7, 'VvG Salland', 'vo', 657, '2024-10-01', NULL, 'ondersteuningsplan-2026', '');
INSERT INTO indicators.schools VALUES ('VO2201', 8, 'Terra Assen', 'vo', 689, '2024-10-01', NULL, 'ondersteuningsplan-2026', '');
INSERT INTO indicators.schools VALUES ('VO2201', 9, 'Terra Eelde', 'vo', 481, '2024-10-01', NULL, 'ondersteuningsplan-2026', 'The source prints Eelde as gemeente. The vestiging lies in Tynaarlo.');
INSERT INTO indicators.schools VALUES ('VO2201', 10, 'Gomarus College', 'vo', 279, '2024-10-01', NULL, 'ondersteuningsplan-2026', '');
INSERT INTO indicators.schools VALUES ('VO2201', 11, 'Praktijk Onderwijs Assen', 'pro', 234, '2024-10-01', NULL, 'ondersteuningsplan-2026', '');
INSERT INTO indicators.schools VALUES ('VO2201', 12, 'De Atlas', 'vso', 257, NULL, '1 feb', 'ondersteuningsplan-2026', 'One row for three vestigingen. 00ZF17 is printed as (nieuw) and stands in no DUO file.');
INSERT INTO indicators.schools VALUES ('VO2201', 13, 'Leercentrum W.A. van Liefeland', 'vso', 61, NULL, '1 feb', 'ondersteuningsplan-2026', 'The source prints 20BG and its VSO pupils only.');


--
-- Data for Name: spells; Type: TABLE DATA; Schema: indicators; Owner: -
--

INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 1, '\x20bc2efd4b2179a57591ac6d9f042f11', '1730', 2, 3, '2024-09-04', '2024-09-12');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 2, '\xe62ddb1c76b5016dc7a53d9dc49617fa', '1730', 2, 3, '2024-09-04', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 3, '\x8ac93ad802399ded60c7068666da22f6', '1730', 2, 4, '2024-09-04', '2024-09-13');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 4, '\xeff5aa543bc98c1f13c766ab836edc37', '1730', 2, 3, '2024-09-09', '2024-09-18');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 5, '\x6123d0d834c1c9ae858b1903a821758b', '1730', 2, 3, '2024-09-09', '2024-11-13');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 6, '\xf9646e1b84d67c1400c68e9c96c902e5', '1730', 2, 4, '2024-09-10', '2024-09-18');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 7, '\x5481ed9b8f51e658822fcc282459965b', '1730', 1, 4, '2024-09-11', '2024-10-24');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 8, '\x7ab10d21365369715732c7b2467015ac', '1730', 2, 3, '2024-09-23', '2024-10-04');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 9, '\xbc3906fde582b7739cd96ec3d45fbf49', '1730', 2, 3, '2024-09-23', '2024-10-16');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 10, '\xbeb31f3bd4486dc05f4028d521348ac3', '1680', 2, 3, '2024-09-02', '2024-09-11');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 11, '\x3b115e0672d695c083bef102a79d4b4c', '1680', 2, 3, '2024-09-03', '2024-09-19');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 12, '\x5f24790494ae5885cacd6650998fc99d', '1680', 2, 3, '2024-09-04', '2024-09-26');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 13, '\xab28c6261e5845372ea0211698148f82', '1680', 2, 3, '2024-09-04', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 14, '\xdc7e21d246043bfe797c85df567e08c9', '1680', 2, 4, '2024-09-09', '2024-09-27');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 15, '\xdbae8b7e62e99d02eceaa7cc51cb3e53', '1680', 1, 3, '2024-09-09', '2024-09-27');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 16, '\x9952facc2ddf619d25886f4c9ee8e0ae', '1680', 2, 3, '2024-09-10', '2024-10-03');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 17, '\x106555c502739f902ef377aacf6f0a9b', '1680', 2, 3, '2024-09-10', '2024-11-13');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 18, '\x1f19accd5bb3a3fb0194508b953f8dc8', '1680', 1, 3, '2024-09-16', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 19, '\xc88dca1821799a07c5decd04d172c59b', '1680', 2, 3, '2024-09-16', '2024-10-11');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 20, '\x520f8976a13b8f1064380f9657da75fc', '1680', 2, 3, '2024-09-16', '2024-10-11');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 21, '\xc69086da15a2e3ea44643fa336e45bdc', '1680', 2, 3, '2024-09-16', '2024-09-26');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 22, '\x9bda74a1a7fceb06dc85dc4976ec36d5', '1680', 2, 3, '2024-09-17', '2024-10-09');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 23, '\xb11855a47635aa2f917f68f651758d37', '1680', 2, 4, '2024-09-17', '2024-09-26');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 24, '\x38adc366ab32eaa0b47dae4145c18b06', '1680', 2, 3, '2024-09-18', '2024-11-13');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 25, '\x10687fbda686d928dceeca2f21ea9b39', '1680', 2, 3, '2024-09-23', '2024-10-11');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 26, '\x63bd661700f69f031f97e99b52d72f6b', '1680', 1, 3, '2024-09-24', '2024-10-18');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 27, '\x4d3bba0ecf59375e639611c6531f7d6c', '1680', 2, 4, '2024-09-24', '2024-10-09');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 28, '\x5f8e6c40ddeaad37411171252d2522eb', '0106', 2, 3, '2024-09-02', '2024-09-26');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 29, '\x5fa707f569027cba77a74df9e1fa84a8', '0106', 2, 3, '2024-09-02', '2024-09-19');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 30, '\x98c31cdfbf3884671262977a548b6ffe', '0106', 2, 4, '2024-09-02', '2024-09-18');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 31, '\x3645a8f3419da87e879bb8e656d442b7', '0106', 2, 4, '2024-09-03', '2024-10-30');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 32, '\x76959ed82bbc1e6c26e9b57c7e765669', '0106', 2, 4, '2024-09-03', '2024-10-30');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 33, '\x7607b9f7a7e690ce023818b5bcd59e28', '0106', 2, 3, '2024-09-03', '2024-09-26');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 34, '\xa65205597a6b1ecc99028a5b8d654d0d', '0106', 2, 3, '2024-09-03', '2024-10-24');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 35, '\x756aec8e3a66f2128805875368706326', '0106', 1, 4, '2024-09-04', '2024-11-14');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 36, '\xbd2568174813fcbf74ac14018cc67bb8', '0106', 1, 3, '2024-09-04', '2024-09-20');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 37, '\x59fa8886b21fd20dfdbfebf32592ccc3', '0106', 2, 4, '2024-09-09', '2024-10-02');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 38, '\x2386a60af3035d87d22c4bbeea8771db', '0106', 2, 3, '2024-09-09', '2024-10-04');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 39, '\x62b7f56efe0d8ebebdb36a256990713c', '0106', 2, 4, '2024-09-10', '2024-09-27');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 40, '\x5cd58ee1d1a4f53f6511d734bf613c6a', '0106', 2, 3, '2024-09-10', '2024-09-18');
INSERT INTO indicators.spells VALUES ('PO2201', 'VO2201', 41, '\x18233cc8262993a9d2c86eea14cc7981', '0106', 2, 3, '2024-09-11', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 41, '\x18233cc8262993a9d2c86eea14cc7981', '0106', 2, 3, '2024-09-11', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 42, '\x103906d3f49ab98ea0331479b39ab57b', '0106', 2, 3, '2024-09-11', '2024-10-04');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 43, '\x68619f93f3bf2020f6fd5b5cd87d32c5', '0106', 2, 4, '2024-09-11', '2024-09-20');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 44, '\x3710b8d3513db1c9cb80d6bb4e27b505', '0106', 2, 4, '2024-09-11', '2024-10-02');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 45, '\x4d030cd1dc500099a19cc34b3514af60', '0106', 2, 3, '2024-09-11', '2024-10-03');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 46, '\x702cc63887932a774d9eac09bbecc36e', '0106', 2, 3, '2024-09-17', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 47, '\x9b392e14f469a43e713a816b1f06751f', '0106', 1, 3, '2024-09-17', '2024-12-04');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 48, '\x42f63de7e6e83576d96557f9efe2004d', '0106', 2, 3, '2024-09-18', '2024-10-02');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 49, '\x26dc8e28ac8af6be2b6d6141b969db33', '0106', 2, 3, '2024-09-18', '2024-10-09');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 50, '\x54eee0f5c033d60657db6807f9d37259', '0106', 2, 3, '2024-09-18', '2024-11-20');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 51, '\x673358abe87d648d92e7c7a8e6202c6f', '0106', 2, 3, '2024-09-23', '2024-11-15');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 52, '\xfd556c79983f2e967b7f1d22c789fb6b', '0106', 1, 3, '2024-09-23', '2024-11-15');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 53, '\x782036ff509d412379ab27d85d4d7527', '0106', 1, 3, '2024-09-23', '2024-12-06');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 54, '\x9165583aa552bc144bf446755979714e', '0106', 2, 3, '2024-09-24', '2024-10-11');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 55, '\x80bc90d581dd8d378066a8e3877278cb', '1731', 2, 3, '2024-09-02', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 56, '\x4cfbe1b5708f059ba288f59556ef4893', '1731', 2, 3, '2024-09-02', '2024-09-27');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 57, '\x6c49d1cd956ddffb4202aa73b8fcd2c3', '1731', 1, 3, '2024-09-02', '2024-10-17');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 58, '\xd6b04d25cc949b64d89d84499e91f44d', '1731', 2, 4, '2024-09-02', '2024-10-24');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 59, '\x4a910f63a815424a42bf5208050a60b2', '1731', 2, 3, '2024-09-04', '2024-09-20');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 60, '\xbce4a52f75c89543dfe5b62498bb3cc3', '1731', 2, 4, '2024-09-04', '2024-09-20');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 61, '\x066776beb51457fca1cf07313a8ed942', '1731', 2, 4, '2024-09-04', '2024-09-18');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 62, '\x1c719fc4e95722213cb96ced9fcad995', '1731', 2, 4, '2024-09-09', '2024-09-27');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 63, '\x6165ae3db2103c736ef785889a7facc7', '1731', 2, 3, '2024-09-09', '2024-09-26');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 64, '\x928214ee8b78074ae346ceeede1c2ba5', '1731', 2, 3, '2024-09-09', '2024-09-18');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 65, '\x88ad6438aa4287711745b2ebf893efdb', '1731', 2, 3, '2024-09-11', '2024-10-02');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 66, '\xd93d086e940a16e9ce98b248b4ceadd1', '1731', 2, 4, '2024-09-11', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 67, '\xbe958339f6383e396ea238b8629718b3', '1731', 2, 4, '2024-09-11', '2024-11-13');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 68, '\xbf59392e0d63fdb0d9fe5c0d43cff946', '1731', 2, 4, '2024-09-16', '2024-10-09');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 69, '\x5a19b396b390aad3874de8101bf0d820', '1731', 2, 4, '2024-09-16', '2024-10-09');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 70, '\x7efc82d52f6b06a5a8a3530cfcb73406', '1731', 2, 4, '2024-09-17', '2024-10-11');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 71, '\x55f3936bade3ea8326e7839004988357', '1731', 2, 4, '2024-09-18', '2024-10-03');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 72, '\xf3715e557deb55ed83f8fa6cfe5041ed', '1731', 2, 4, '2024-09-18', '2024-10-09');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 73, '\x2dd9316a2c6b28da0711edb0d365e4d8', '1731', 2, 3, '2024-09-18', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 74, '\x50a6329c3cff6d7a4ebbc3c69681ae8e', '1731', 2, 4, '2024-09-18', '2024-09-27');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 75, '\x18b735680f622adf25f73695123c6cec', '1731', 2, 3, '2024-09-18', '2024-09-25');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 76, '\x0637d864c8818a8db191dcb1a6c9a313', '1731', 1, 3, '2024-09-23', '2024-10-03');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 77, '\xf368203e6524a86f2c39698a554e8fc8', '1731', 2, 3, '2024-09-23', '2024-10-04');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 78, '\x9525c5edeea6a74a91e5afcac3520a4a', '1731', 2, 3, '2024-09-24', '2024-11-13');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 79, '\xde9ba80c8c794fab0073745161972e5b', '1731', 2, 4, '2024-09-24', '2024-10-10');
INSERT INTO indicators.spells VALUES ('VO2201', 'VO2201', 80, '\x0ccdd460a925f541646224f9b0a90ba9', '1731', 2, 4, '2024-09-24', '2024-10-09');


--
-- Data for Name: commits; Type: TABLE DATA; Schema: signalering; Owner: -
--

INSERT INTO signalering.commits VALUES ('VO2201', 80, '\x764077572261e16ad2b670e8671da54a', '\xcb62970ed92f48a3e90369ef2c4679d3f739ab937698e6da4da1545e29ad7a94', '\x8423b03662546af10b4fee33be37e936899b22006e111bbc5b0190efea4c978a');


--
-- Data for Name: cursors; Type: TABLE DATA; Schema: signalering; Owner: -
--



--
-- Data for Name: events; Type: TABLE DATA; Schema: signalering; Owner: -
--

INSERT INTO signalering.events VALUES ('VO2201', 1, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x20bc2efd4b2179a57591ac6d9f042f11', '\x20bc2efd4b2179a57591ac6d9f042f11', '\x1c459d50a166e7fdcd4cd36254bcebf5d9ee0af13cfdd77f9c925b9e6cd3e8f68b105000935120d6b8f81ba06700a7d23668baf8e0bf56369b139379e634623acd3062ed22616b92b6c3bbeea9b73cbad6fd284d04621db44cadb477445a773690af46332bcb28e32c59018e', NULL, '\x1ce18dc9fb61ac357f226930e71a9b015356bf1dd4e021db5c65c78c0d17182f');
INSERT INTO signalering.events VALUES ('VO2201', 2, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xe62ddb1c76b5016dc7a53d9dc49617fa', '\xe62ddb1c76b5016dc7a53d9dc49617fa', '\x70da5b8e448f0087651d5d19568d0824c2c7a03321dcc399eb015a3a7c9fca42947660ada18a1e27f3b5186374fa671e862c51ed8fa42e994c44fd4e7f80d9203393def158cc3ba8cb04b9fb630199ff22dcb9fe64813bfb0d6b0824647e82b92f00c35f4358ce826b098ea3', NULL, '\x1109adc680c81e0f6296493365c93cfd391e2f6d32de92e97deca4b9f891caa1');
INSERT INTO signalering.events VALUES ('VO2201', 3, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x8ac93ad802399ded60c7068666da22f6', '\x8ac93ad802399ded60c7068666da22f6', '\x02381091938c5c153686882f8b923cb5ed67856e42ad128289219d4b760bb8e103ad7d75cbf27b173c182d059c342e62457ac03cadc52fcc2c3ddf613349306b35fd0dbf48d335a1159c9665286af3f2451b453b9e99782a1b705b942681b1edf7f01e8b2415b595af756abc', NULL, '\x8a89a9163df68705eb5efa4778c61ec42e57bd623202c7100f09044a6aef1fb0');
INSERT INTO signalering.events VALUES ('VO2201', 4, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xeff5aa543bc98c1f13c766ab836edc37', '\xeff5aa543bc98c1f13c766ab836edc37', '\x55482431e7165d603ad9ca4bdc2da3d70b88bc84600ae678956bc675b819b84b955c619f10cf102a25ff28f9870e0dccfcee223af7eea9e500a981d358a6247d9ba86eab912d2fa5b01c41dc159faaf35d4466a63e9271491ce318a301b3b3fcfa09bb11f1aab9932367a6e4', NULL, '\x1d8be9264ef321d1dd66138db71695e88033751f38ef7df86319b942adc347ff');
INSERT INTO signalering.events VALUES ('VO2201', 5, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x6123d0d834c1c9ae858b1903a821758b', '\x6123d0d834c1c9ae858b1903a821758b', '\x94020376938bd31bba8f6730883a3e1556d58ce92d4fdeffcdb8b1b62436de4b5e39a73023d1eede511582f08dc1f0f2f02e6bb2edea544199ac3a9ba5eb0f122122d569f8bc83c681699510492c51329021b92e9901604eeb77cb50bab9b5f8dc74d47631dbe265db661417', NULL, '\xb8fc82cef0eb27192bb9965f7c4abc70817436d669d293569cd403071d3d4ff1');
INSERT INTO signalering.events VALUES ('VO2201', 6, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xf9646e1b84d67c1400c68e9c96c902e5', '\xf9646e1b84d67c1400c68e9c96c902e5', '\x17f2a9621032665cf88e9a574e2663ced0eab60e8b55e22825994983c5777b42b1283560d2ebcc6321eeee64aff8cdd4c7c50598ee54c315d2ee2e0e55f15e962f1381393378739c79dd94d1fcc3bb7b98af34015ff555a55b4417c13cfe7568e4847d4cc42ccdd96d959cca', NULL, '\x366cf55b951f75b406f67dcee9496d8cc6fa3a2f4eacf6a2f03ab5eb04de2948');
INSERT INTO signalering.events VALUES ('VO2201', 7, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x5481ed9b8f51e658822fcc282459965b', '\x5481ed9b8f51e658822fcc282459965b', '\xf4ce05e173d3204d3a70916ce056377b58bfbc841865267de757d626d4a0e1c47d2a5943a6f0fb7303196a7200225c07d0471aafc180c44c369067bd4d9b1abdda5ea87f6aef8063a8e6f1716805f086a234da2f3531f0e0a8e54bdc417aa906d9efdb87', NULL, '\xcff562268e4116a62bf4d71ecb0f6e46daf8243ad6b105274c103e1f72ae0b3d');
INSERT INTO signalering.events VALUES ('VO2201', 8, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x7ab10d21365369715732c7b2467015ac', '\x7ab10d21365369715732c7b2467015ac', '\x703b1e27e3571d11e5103782815efe5bd0eeb04bcc08279bc4ea563d62edc57663b48af448d5622e5f756927f8b63b9366d898e30e2cb55f09358b5862bb851b82b34d015748a626654f6d44d5e2406ed610285343cfce8eccd8b885f7adbb5ae12911025dbdd6bbec09f165', NULL, '\x643e72628d262723b42913587ee2bd69649231e60a89bef18b78181f9daa953e');
INSERT INTO signalering.events VALUES ('VO2201', 9, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xbc3906fde582b7739cd96ec3d45fbf49', '\xbc3906fde582b7739cd96ec3d45fbf49', '\x5b070901d5d463838ea4cd7f1a6dedd9f109034b2cdbcfc40ebdfcdadcd85c442726ceee0d22804af640413aa38230f0b89165ddd7bfc1508d196daec7c7a2503189881ff3b00d134d833ae0dbdc3ebec1df570d97dff5902496d069a39db621eec37eaaf505daeecc5dfb9c', NULL, '\xceca687909aba465dfeb47e3e8c90e2da546d0d8608984bd04f902b95dcab63f');
INSERT INTO signalering.events VALUES ('VO2201', 10, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xbeb31f3bd4486dc05f4028d521348ac3', '\xbeb31f3bd4486dc05f4028d521348ac3', '\xd7fff244e2054b721ce5b554ff65b34b0ae15c22e85ace75478269c81a52e2be3c5c76878bcdab234022a7914426c412accfb4896780d2029f5962782c8e9bce93f96daeaf90b969f16fdb8cdc46a1ba287aa6a919feca1cf006052735e3ade11cf0faa43f45a05b6b573921', NULL, '\x31709a61167afa1593983adeef430844e8c5941d5c68f563deed60d32dfec335');
INSERT INTO signalering.events VALUES ('VO2201', 11, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x3b115e0672d695c083bef102a79d4b4c', '\x3b115e0672d695c083bef102a79d4b4c', '\xdb5d577362f12328e491dc9678eeea1656d9e94ebb528c7e9ed34974135700bd00d1758dc46b304667750c40d12d409194db70ab8208dbc8101bdcde2314362b848a51e5f0964e4050131b07cf1452eab9e0a1b3b23449f263762ce73310160a095357d4767f941e5d44e48d', NULL, '\x7549bd20c5cc23cd993e1f8946ca863f30db64e63a5a43220eaf3bc2127ff193');
INSERT INTO signalering.events VALUES ('VO2201', 12, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x5f24790494ae5885cacd6650998fc99d', '\x5f24790494ae5885cacd6650998fc99d', '\x13ad580a5609a5f694b6e492e423be405b3e69d233608a36f37cd95cf17dbcd8f6cf98ae87b6e2c8914ab39866d147ade90bf8e44a6560240ec0ef53cf0d589ed87d0b5705bbc512d3cab959fb59ff0ea96c949a7110942bf41732404a7292375c0bb40511e57a1b4149a8e6', NULL, '\x30c437e1cf388758b724440e56450802749a8a7dcfb58940f08ce9f691a4fd60');
INSERT INTO signalering.events VALUES ('VO2201', 13, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xab28c6261e5845372ea0211698148f82', '\xab28c6261e5845372ea0211698148f82', '\xcbe9285384f80f90347091792eec5066641f788c2a040ce6c1ecf8c3f90b54649df790e9976fde7730c3ef6973cace66f9acfe874d4fd65c9007cabb333db6e47460eaaad17356bdc319c39f72a1ac75bbe119df7c1eedabf9b432232d1a34d8d23bb3f757710836a602d309', NULL, '\x1827cc1610e34f9ab8e66bf7f53b0494dfb60d5703335447658d2023a32a0e88');
INSERT INTO signalering.events VALUES ('VO2201', 14, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xdc7e21d246043bfe797c85df567e08c9', '\xdc7e21d246043bfe797c85df567e08c9', '\x7140bcbad2e84c62d72b451ffefeb2594fbfb64662b7ef5eb827d38c5bdd2fe50443780573d951908efeeb7bdb8ed45db41658e7365f67cdac1459c0f00bce347fd465b6e4da0934e3f28213ec22524aaf90d3530fbd8f43564d389acac6d53dd83c3898d7b151e8a861d515', NULL, '\x255ad34377561b74f588d5667d431c78facb4edef144bd31ee5a92295675fbe7');
INSERT INTO signalering.events VALUES ('VO2201', 15, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xdbae8b7e62e99d02eceaa7cc51cb3e53', '\xdbae8b7e62e99d02eceaa7cc51cb3e53', '\x43a1985cb4833015eca038a07e5b28bafe38842245cc50b4c43d74f218e286375ac47aec2f17917144c230198f5ca3b243649dcf9843245c7d9d6d4787791c25b96a55d1eb150fdd82b8180ade98dbaa9f3e435029d93faee84bf5b63f9c92a4c1cfef55', NULL, '\xec9d7798be9af242ca99d43fd610bdf5a4a17dafba2179f5520eb0eb7b49b3ce');
INSERT INTO signalering.events VALUES ('VO2201', 16, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x9952facc2ddf619d25886f4c9ee8e0ae', '\x9952facc2ddf619d25886f4c9ee8e0ae', '\x9c5870aa14a451339a2128394876e8de6884bca04d8422d69af8d76a5d66ad3b3440fc81a1643d565f1fec6986d5596fb1341c7d0057a3922686fae6acc56c901df5dbe3d253f25f0ce9567cfe8b466fc46dfd5738765f9b39be8bb2bcfee8a314ee0aeb46194f8d643d75d1', NULL, '\xf2bf8c61eaa85c4ab5e9041efe9bfd4bbc0cea52eef47af37ee2f4121157bc19');
INSERT INTO signalering.events VALUES ('VO2201', 17, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x106555c502739f902ef377aacf6f0a9b', '\x106555c502739f902ef377aacf6f0a9b', '\xc4c12bcbe2a039826df412adbd7f95ed9264a3dc274dcc45bf655532f553e91fd7e68036128eb47b7144492cb14bb824fe705b38926b6f980aa44a4c1356f7e4394e9b47df7d79447d1d27ac9a7ecb951ae8b7bd9b2775686d99d175a1c3d697cc6c37d89244708c06832d91', NULL, '\xfaf05e3fd7d5d0bb90988c4746b22f6cc1590242c11c9fcdf67c0444d0d14a44');
INSERT INTO signalering.events VALUES ('VO2201', 18, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x1f19accd5bb3a3fb0194508b953f8dc8', '\x1f19accd5bb3a3fb0194508b953f8dc8', '\xa81742f9c291bbfde19e1fbfb2f1a0dfdcb19187fdf8b689b09a0e4041d71a99af5bb94aa887cf567b18a02b5644835088e442dc8c7e92dbe7759afb10cc02ed797cb3f2b7b42415ee4c3b1e728709f716b0a65d3e31c535e95bee10f8d8c577226bf721', NULL, '\xc23fc3eb89d34063aa81f9fac7e228d091b82fad5ea074d5fc52782d17352dfb');
INSERT INTO signalering.events VALUES ('VO2201', 19, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xc88dca1821799a07c5decd04d172c59b', '\xc88dca1821799a07c5decd04d172c59b', '\xe873783f809a396ec6d9a303f9fbbfdf3e3bb4c2290f1e40b862f4cc3183f735841716f1d152ffd9637ec11515098370a6b13e7fe9fa770650202275dfe2f8a68fb48886eeec2f973f243ffc9fda2402b29abc4137e5e302aba26ff922a7136bec0e91592223003cf0ea543b', NULL, '\x7fdc9ebdae5dc6417f2edd7a17eea8482c82344c1e33922154641f9715ed032e');
INSERT INTO signalering.events VALUES ('VO2201', 20, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x520f8976a13b8f1064380f9657da75fc', '\x520f8976a13b8f1064380f9657da75fc', '\xb450e78cce9083ae1976bf6133586cfa528efe296fd505469ff1bfaeedb86f2a5432c645f5082e88f45696ebe5b9c7a11f7cfc0662f38d55cf65c1bfb5a9748e0bbd4fec56208f3f83e6d7214db0015aa83ef706995b8a2bc72d829592320db59f225295312049a43d70f2cb', NULL, '\xaef5d7b583f8e720dd440cbddbab5680b54ff86d32cd734dd740e25cbd7e5acb');
INSERT INTO signalering.events VALUES ('VO2201', 21, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xc69086da15a2e3ea44643fa336e45bdc', '\xc69086da15a2e3ea44643fa336e45bdc', '\xd7e270dc09c16d215b2a0b629e91fc1281ad4453a4f9fe7e11daf95ae4fcb41a355cef62a642e06e2cb5e1993a0c85b8f96f129b65f9fdc41eba8279cc4d8a15b801d6ac79c08c76bbacdc5bc2208a1d31d05a4abd385a36fed5a0b855885cfbedadadd849330b0277779cd2', NULL, '\x8ee3020d59f04839b33774cde7871f22be628488e1014423048372ae9b17c4e8');
INSERT INTO signalering.events VALUES ('VO2201', 22, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x9bda74a1a7fceb06dc85dc4976ec36d5', '\x9bda74a1a7fceb06dc85dc4976ec36d5', '\x65170c316aee81cd4aeb6218911e406bfb7bc782d4f9fcc3eb3ecaede340cc2b0460dbc6ce57eaf23a1706ef8af064b129a657dea5cbe31996aa6bcf025d56f0a953087c027e09f3706ced2ef5704ed1d9324b6c88ab2a26c4f04758704c1a8857aba12baa0719ca4c0c24cf', NULL, '\xe66f15d8a80ef0232a12106a90533e43da6615e133100f9d4b83abf9554caab9');
INSERT INTO signalering.events VALUES ('VO2201', 23, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xb11855a47635aa2f917f68f651758d37', '\xb11855a47635aa2f917f68f651758d37', '\xad45ebf43b2348c1cb8cf85619cee45e2e9f79cebb51d9c7bf1ae6010afb575d7aa5c45105f448183bd15d7eeb40dee103830152fa97463036f3c28929bcb8e9a4830831e991b5d109c3c66b846e4b3caa8dc28f8d52551b0b34368df14f54e603ed890477bdafa1730bf6db', NULL, '\x43cd5899a6f7312f9378c8db9c6d102e67e0fde7e8478118841c97e4692bbe31');
INSERT INTO signalering.events VALUES ('VO2201', 24, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x38adc366ab32eaa0b47dae4145c18b06', '\x38adc366ab32eaa0b47dae4145c18b06', '\x64a8c36b6c912a82ced54c581f0abebada5537f758e34cd15ae28aa05f0a07c1ca3c52fce015edf614ad2762ea00b05779b2ad6c6c5752d3e8e75bebf574cecfb7b4e589e74b7b5a15af6772d515cc3e7337ca6e02d15a523d3aafdb1de3098e47a4430802b9e9bd832b6bbf', NULL, '\x75acde54cfb1b8c0ddf9512f2ea4e8fd5638674a481d52cf3fbaefd84fbce9be');
INSERT INTO signalering.events VALUES ('VO2201', 25, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x10687fbda686d928dceeca2f21ea9b39', '\x10687fbda686d928dceeca2f21ea9b39', '\xcf217363b9beda39f0f48616c2d4dad80a50cc843dcebf9c2fb8bc0809b1970f7a0fa4c72bceb73f1a2aaae405a5cbcce04bcb0306c530fc191c02f4ebe808d13b3f91621bb7d1fc12f55f477293f5c23fd5d3ddde4a30c3b04dbb816a077f2ba049ef53504d55c136274fc2', NULL, '\x6a5e437d022525134e43cb346312cd828a951d15a57ece4d13fa39f767dbd80d');
INSERT INTO signalering.events VALUES ('VO2201', 26, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x63bd661700f69f031f97e99b52d72f6b', '\x63bd661700f69f031f97e99b52d72f6b', '\x0b4407bf75274567c7db8bbbe6ec7cce35b600cfab85f1c920633b775f5229dca0a31aad7a8dca625f19d4a0f235f977b9348e286be8bb778626ee19a093ff5708649761a94b06db17b586e7788383c5238434c191a2fd02436faa1786d28ce0cffc2e9f', NULL, '\x4dd834635a8602b77c5ed833cdb675cb23fb3f1485bc24e4603a293795efedbd');
INSERT INTO signalering.events VALUES ('VO2201', 27, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x4d3bba0ecf59375e639611c6531f7d6c', '\x4d3bba0ecf59375e639611c6531f7d6c', '\x5aae3fc54c18d9236af13d5dac1528ef95a0c64e781342e0cfd5be84353d502f31e3567e649da914f3b32ec879c9209ac89bd24e97966fa017ad8f32e772abe3afaf368b0b8d2c43b998686bb4648bbee3228b5660fe808f91ba2909e1a18153b1a1c093b4c6bc7e7f09c415', NULL, '\x90d236b43f0ef7c76c5726987367f0844ae0b7648f2a8614ff89c5004f21b060');
INSERT INTO signalering.events VALUES ('VO2201', 28, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x5f8e6c40ddeaad37411171252d2522eb', '\x5f8e6c40ddeaad37411171252d2522eb', '\x3788b176fe78ba607b8d7dc1c9126157463ce189eb1639bba72e669aaae6f636efea0d3ba930cce9ca745a4e84e58a5cdc0293a524837f22529c40f4c3b01962108504201b4cd2c45e21546ead498a7f7f440db15bdc349541eb6bb151ba4d020cf0c949180f642dc13b1b79', NULL, '\x2678a788f62a818bf0031560ac8266d19d163358dc58800ac6c85ce528fadfc2');
INSERT INTO signalering.events VALUES ('VO2201', 29, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x5fa707f569027cba77a74df9e1fa84a8', '\x5fa707f569027cba77a74df9e1fa84a8', '\xbd2283cda283e85fcb5c5ceb85b42102a07f4201c14f5d962f51a61220413452752d1203fb7d4cc953cb32ef640d72ab0d4ce95989beb8e69b11cb222231d3bc26d38395bfa2dec70e2c3904762482d116239e78206df9bdb155718edee0d3f698506a59c15f196341dc289d', NULL, '\xa675ad0de5652b0d334dcf9afd15cfbbbcf231b8d658764996a84ae4c55781fa');
INSERT INTO signalering.events VALUES ('VO2201', 30, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x98c31cdfbf3884671262977a548b6ffe', '\x98c31cdfbf3884671262977a548b6ffe', '\xe8d9b00a80328ca59e3fbe9f0553a23b1ddd83c2653fce89ce03a5d9c32168b349270db3cfc03a5b7010cf3540d9005fcd495b234163debdce7c2df4e824361c54bc3ece1afb8f9e9363996fbe30c7ccb35c3d69c66e231a0b5292970776a35ecbe48a991926ba09e787a7fe', NULL, '\x3c4c4a4d927a2bca836e4e3da1d2e5783c00141b0abff21129d7525cbcee55f6');
INSERT INTO signalering.events VALUES ('VO2201', 31, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x3645a8f3419da87e879bb8e656d442b7', '\x3645a8f3419da87e879bb8e656d442b7', '\xf53ece5006ff23ed26d5bfc58f4b0f9aee19ed0fd36f587c9b64b5921dcc52161b5b16d6d97230e1ed460fe91f4d2316c43c36d8e6665bfa220c441b5a4e4b37a0a52f73dc27c10f14460510ede20ecb68750e9247cbf16e98e6d7eb9160ddaff9f23c7ae8b624bdb473fef2', NULL, '\x6535e6164a0f4e97a099b130ceca07d408d5e1d6c57d8f413b8570f48cd2b8cb');
INSERT INTO signalering.events VALUES ('VO2201', 32, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x76959ed82bbc1e6c26e9b57c7e765669', '\x76959ed82bbc1e6c26e9b57c7e765669', '\x5ad70deb087c0d8b8c3e2a9e24c2f06ab42508f13e47fea87656de3b1137b22e6591ff276a938a0f3f6855fc912b3a6ed873305de579033b5db2a4ccd8de461c1b1f7b6f520dd4e628d26f56168afbdf4a65d6aabfd236c902fd424ff0aa0ed634d6d1198f33272bebce5c7f', NULL, '\x9fb4d9d49d8343185254553db71e9a6ec7e9f9e4614ea6f08c993c02270e4fcc');
INSERT INTO signalering.events VALUES ('VO2201', 33, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x7607b9f7a7e690ce023818b5bcd59e28', '\x7607b9f7a7e690ce023818b5bcd59e28', '\xdeba1acabda0b127c2ef76cbc1dd9e162f40045e254cdbee174826a8941d760f8850617bdcade54a4cb425519d522314737aab2f1f2883c3258cc1e8e85a816f4bda51306928b7b07f6cd056e29475832b6e6563d919191514ca25151a9d7d47fcbfef9e081795ef229035f8', NULL, '\x7221ad7fce8f244502afd851b75c0848a8bd5fbf805cfc281d931e09fec43628');
INSERT INTO signalering.events VALUES ('VO2201', 34, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xa65205597a6b1ecc99028a5b8d654d0d', '\xa65205597a6b1ecc99028a5b8d654d0d', '\x9ae1d903a631f900c30aae947f13805e3b7b28df8094eb4ea8189ab6cef78a869866c2c25b035452f1be68daa1336e532d52cfa2afc06b313c504dc4ed912c326b9c7db40b78b754d4ea828550f647e7f4ddbbc5a342670544db9ebeb87c9f8c719a48bb8208ff0394c7ccb2', NULL, '\x4ef6f1b25b70e53c88cc0b6e6bc053f36d34319c7b42614cf7c0409709cf296a');
INSERT INTO signalering.events VALUES ('VO2201', 35, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x756aec8e3a66f2128805875368706326', '\x756aec8e3a66f2128805875368706326', '\x7dd3228e42e6ea7b109bdda420dccccd21b73749e8e2bb557bbc2fa54c05a9eb88988db1fb0ee483aa0a2cfa7e24f54b30b03532f594cd23b9fc21869b86470728f308aec570265398b37b5151e68d4bdb609f4680b53e5bcfe4fa1303f53830588e0a43', NULL, '\x61baa864089926bd44ab07a7f17a2f681687e9852f490dcaf8723bdd25d9a729');
INSERT INTO signalering.events VALUES ('VO2201', 36, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xbd2568174813fcbf74ac14018cc67bb8', '\xbd2568174813fcbf74ac14018cc67bb8', '\x9b53b0eae8359ae601be3c3386aa235875a4a3ac040d27ef166daaca4f40b27ada92b1500d250b593265edb37e2d1ab2b69aeb81a209d5cce3ba5f6c782a06ff571088671db2931829a6f2f8b9133bb9cae8042f1df924394b5ffc3ceeab89295691b3f3', NULL, '\x88522cc59e83e25831dec8892594c964fa7bc1fda03d2aea697eb1cc01728b05');
INSERT INTO signalering.events VALUES ('VO2201', 37, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x59fa8886b21fd20dfdbfebf32592ccc3', '\x59fa8886b21fd20dfdbfebf32592ccc3', '\x5eeada5517711dbfb91e8bfcc4498ddd3adb8c407bb48f4d64f93d86e3c236861ebe9f3ccd5d68aa5e479bb31fedc96dbd90cf6c05de8dda962cb0ea132ab34ac63c8263addaba686317b6ce2a7c20a65c47b844334873045a269ecfba79810124016da0909be6a7d0d34609', NULL, '\x33628510607e3317b27fbac4d4ac1831826e3d0a3099e558932020ce3b02a1b3');
INSERT INTO signalering.events VALUES ('VO2201', 38, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x2386a60af3035d87d22c4bbeea8771db', '\x2386a60af3035d87d22c4bbeea8771db', '\x400b92b78d3c935586cd8aea594bb770984568ceb7ff702bb3ec92e74c05dd08c9a35c3d23ef6f756aa2b619cb586f9bda517b19ae02ef7e83c33ac19ec57233ec86e9a85c8103bd2bd5d1bfd5bb166a2a2ee8755511cf3a7d5334819ef740fb6aa0f7a4664b3735538d2c2d', NULL, '\x697fe8d1f724c401cfaf10451de61d163277acd50a408f24a7cd70ec68cdbfc7');
INSERT INTO signalering.events VALUES ('VO2201', 39, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x62b7f56efe0d8ebebdb36a256990713c', '\x62b7f56efe0d8ebebdb36a256990713c', '\x98d5f0d881ce5697e24f747997a78bfe3e82140d48d58b9d1215a7f5c97906e1abae1924035b24b6d14cc02ec335e0a24ee476d5d6007aa5e10806abb46e73869a063d6732b9d2cb1c790e932f5db821c4456fe6ea4ceaee780a5552a6f3518f4b863580ae0679f8cc139aed', NULL, '\x7a2bcd9cae693889eb6227a6be8bdf3b3787f68c115c53a527163e1c31084fa4');
INSERT INTO signalering.events VALUES ('VO2201', 40, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x5cd58ee1d1a4f53f6511d734bf613c6a', '\x5cd58ee1d1a4f53f6511d734bf613c6a', '\x8e2d0ee0718cbde062675f85953f211adc5f508212c2563666f2716927e3f4fdc0186c33eecbc1a0eeb344c45794ef3969703ff01ad96c5ef3ad50761359194e0d0790525204b379bd9a46c886d80f5a37fa84ebc8e5b8ae7a39bac540b66fc6aeaaeb124f9c47cff9253e22', NULL, '\xcdb76e739598103edafdd9a310eb7dc2d56289dcab650b6449202798087e2d53');
INSERT INTO signalering.events VALUES ('VO2201', 41, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x18233cc8262993a9d2c86eea14cc7981', '\x18233cc8262993a9d2c86eea14cc7981', '\x93f16bf70e693e2ce69557de3a54799487868bf7f7383df1f05320b91475342a9da63643b800ba6361d9171221765381f8c72934b957a54d779787ec0ec72ae3f6ef819b0291a41bfe5237387f4e841a1381d58d3328925a8c9698d424ab8a8b54133f00ef3a4fbac62fe9658184bc8f9924', NULL, '\xe37cd78e7775f762cfe993f6d1bac0500644e6787bce20a08c73dea2dfd52b19');
INSERT INTO signalering.events VALUES ('VO2201', 42, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x103906d3f49ab98ea0331479b39ab57b', '\x103906d3f49ab98ea0331479b39ab57b', '\x01a15e0efaff8ed6abe534c1b716c8f05e30e75c1475b69b967a2423de6ac7e80e3e7f9f065c107d50671a7bd0c9333b56b0be0168d00a894df2e35e50a79a6bf6a05dc31d4be11cf1598b60e261d8a21e0d9baddf89d569b42ca109ace9cdd591133eae947e25387a575598', NULL, '\x048d0f05bd94c8ebc72bea560dd274d7d554db11421526dcbd833384d5f5ae16');
INSERT INTO signalering.events VALUES ('VO2201', 43, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x68619f93f3bf2020f6fd5b5cd87d32c5', '\x68619f93f3bf2020f6fd5b5cd87d32c5', '\x77ed0fbb2f8976e3f1c947333b88737643e213750f2d9f0cb2e81048e5f05609e7350fa46cef46f9829e53c14fd7dc51360b949acbc2ec35dd17a61eb6e3c010de50a44f62cabfb017dc627a4ee261f52e1d63a481c12c393c2cc7afd6bf66f586c806d7db9b4bf64d7e7a9d', NULL, '\xfa03377a3b83fe3a8552c971e37a8cb93007323a4dde2d867af36550af540e04');
INSERT INTO signalering.events VALUES ('VO2201', 44, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x3710b8d3513db1c9cb80d6bb4e27b505', '\x3710b8d3513db1c9cb80d6bb4e27b505', '\xd817273af65f3e4bdd1540b0b10e123512f0c41169b4c564c50895e5f5b4ba868385b025fb1a763aa5c7b50d99695875819bfa7446fb68552a1a43f5bfa896d4aaa1bab2d25c5c4315a729b35335d06c20fa22668522309e8fc5b0a4187165771253d603fcf0d56b847bb448', NULL, '\x9b527e69109327437c9486c401e7d8298dace09d7f5ac9fe8670acc7afb6b24c');
INSERT INTO signalering.events VALUES ('VO2201', 45, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x4d030cd1dc500099a19cc34b3514af60', '\x4d030cd1dc500099a19cc34b3514af60', '\xe4bbf402f65ea998c732dff2a4948bb2d602f0e961db457948fc03ca48f87ea1fa431966bf671a90642356703cfeca0e003346ada92c4ae1fe6c3adc8b90268918b5d7b45a6c6805af8bdc77de28c88267d827491dd8e297d1d8ca2c6cdfd43413737bcafbc2fbdde5aed5b2', NULL, '\x705c4a20c50105f8502ad9597777301313bb08ebcf65996d7dca595a060a99df');
INSERT INTO signalering.events VALUES ('VO2201', 46, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x702cc63887932a774d9eac09bbecc36e', '\x702cc63887932a774d9eac09bbecc36e', '\x5c0c4216ace38dde2ff4385fd264896df4ddcf09cc08d091d973d2be539d19b51f0a674f4b15eb6cc5f4d7c0bd065ff0d4c4d4c36bb8b75ad7fe529096a0de97427c4b7dec3e4cb2343112d8d3dd3605754413387152981107f49ccd867c63d062a081784a1c6254dcb4de14', NULL, '\xdfe6b6551b3fb9e65beeec217cc097f70cae11c74701891ba21af37ff48d3a8b');
INSERT INTO signalering.events VALUES ('VO2201', 47, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x9b392e14f469a43e713a816b1f06751f', '\x9b392e14f469a43e713a816b1f06751f', '\x923a851dc51909cc33e81e259b6343e8280c208e41a6ebd12ae96328692e73476b165cb70fd0db87939925e4b374f477bf113d34e07b1e354977caa98716ad92402112236a966aef92156d60765bdacd7c22a0df419626f8b549975ca1baf415d481f5d1', NULL, '\x90c92cf6ea5d76d23c8709c3cb356db86e76183de6f9b5cdbb66ba910c11c508');
INSERT INTO signalering.events VALUES ('VO2201', 48, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x42f63de7e6e83576d96557f9efe2004d', '\x42f63de7e6e83576d96557f9efe2004d', '\x6181a1df20323532cc9000b46e6f914d787e9f0ad52ea4fe7b834f97cc6163962b3b0b7ec0e731713dc995009f84c1228f85b840281bed05816705410c5638324b430088c44e3f74785c75635ba3afd7cc5242e51f74c1c2962c2431181fc01bd1248d8b12af2db74ecd20ef', NULL, '\x93941b9e1e2528cd875c7eb25d62a55428a4e3b96b5d5483136f5ffe433fee7e');
INSERT INTO signalering.events VALUES ('VO2201', 49, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x26dc8e28ac8af6be2b6d6141b969db33', '\x26dc8e28ac8af6be2b6d6141b969db33', '\x0eaa6ed096d030d9727f93d57e3d461f1903bddc7d0308a56fc33d3f533a6196c8486a60806aa5cd45aa34a300e07505b7b0b1f464a98dc67b3572256e5714daea596f08bb74589bdbb8eb8c6fa1e01d34bc6c667903d138dc573965310aab48cbbac99aacb03d496c46996e', NULL, '\x8e8ae7848d8eada94d7705b3041d447524fd54e78bddb8830bdb4319b40eaa24');
INSERT INTO signalering.events VALUES ('VO2201', 50, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x54eee0f5c033d60657db6807f9d37259', '\x54eee0f5c033d60657db6807f9d37259', '\x536f5773645c3933e916dac431850b9587499536086f48d350abe509a0b63e00273bf53d2af06667e18cb8d934b26c6f85c4403087cbb1c4ffb13811093de60a70126b7ce278a3494d0208596c7353e73f59ae24064d22271ed03b6691d1af120baf213bac2a830953b0512f', NULL, '\x26d87d56acd0e17746192e4490cdab0dfa967cd15472b51d83cfcb0b555b1bba');
INSERT INTO signalering.events VALUES ('VO2201', 51, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x673358abe87d648d92e7c7a8e6202c6f', '\x673358abe87d648d92e7c7a8e6202c6f', '\x23849c27db64ddfbae4a508b9785aa000bb7d7b7581e4461d54f9e0c2ddc34ae825c464aeafa2095bc5c27b6a0172fe2ec33dfd9e484176f8bca7a45bf5fd349168eafaf7a79cd81e2075b4a6538c248cfc837675068d2ba4c35a19b1613e14136384f5fbbb46fa2f1f7b7e6', NULL, '\x9b1d41922a853bf5b45120065b13d905a843536917db579c4a8012cecff8f972');
INSERT INTO signalering.events VALUES ('VO2201', 52, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xfd556c79983f2e967b7f1d22c789fb6b', '\xfd556c79983f2e967b7f1d22c789fb6b', '\x092be7d25fcc1ce3b0c71a896733c64c4fafa80e85f3ac57e35f27420f7443aeec8cc4497a0bea6af6a1dd293156dcca886eca8b145621b107b8c2414ff05188585c6e0209f7e518014856b01ada1b1d304c7d500b0290eabc6dc5954b3fa391434f273a', NULL, '\x069bb2fadbaabd2a97926c1e63c5c3ab66b7f8c7d33fa78b609fa58b898c6467');
INSERT INTO signalering.events VALUES ('VO2201', 53, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x782036ff509d412379ab27d85d4d7527', '\x782036ff509d412379ab27d85d4d7527', '\xaf344cbbf9e372d127937f82fa85b81ac31207128469b42c34c712ea84824427ec90780913a24b9e6316f47b3be794e46ea87115acf4db6c571b0d76c203fdd9303127650a7c8ab2a7aaa5dd886f60defd515e2b0ffcb45f239b112459d30e1790ce7acc', NULL, '\x63952c4a7235a0a814fc9a5910b4964baa3a19ebcbadba09ae9ca85805ee3b0f');
INSERT INTO signalering.events VALUES ('VO2201', 54, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x9165583aa552bc144bf446755979714e', '\x9165583aa552bc144bf446755979714e', '\xc949cd859cf36c38b4159a0b7ef8c0a19697339be150410c4bc776dfaf137dfaed0a3fa02a90da0a44a15b0fc69bd8331cf5be5eb6d3d7c5b8ca5906440d13acec6e675d701cda54ac19eb064bc10be90a3af7aed5f96be0b4b46026dd5abc77bd98c3e89ad8ae769e60fc96', NULL, '\xa41005b76160f64dc38cc75fb2e29824196a425110367342ad175d53462c6436');
INSERT INTO signalering.events VALUES ('VO2201', 55, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x80bc90d581dd8d378066a8e3877278cb', '\x80bc90d581dd8d378066a8e3877278cb', '\x997967adde22310187c8f324f0513993ee50ee5c682073f485ab232ece01d83904012330839a4d3613286c7a5421e3386881714360c8e9354cdc4929cf4686a3868d68a3fe5a2d8e5fe7f7b58051c46931bf206d694d500c42aef4ae3358ce0bb0dcff87700592cec9b6ff5c', NULL, '\x43a5167effa115c544c351d177da8212e91da25700adaab12c6c2a60d93b2b26');
INSERT INTO signalering.events VALUES ('VO2201', 56, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x4cfbe1b5708f059ba288f59556ef4893', '\x4cfbe1b5708f059ba288f59556ef4893', '\xfd7ed045be8371f6c0c2cd2ccaeea7d6f9d60239c31e2b75464387396ad3eb4c1cd8b815c15d6f510a364a320b669a368a8c4f0e9ac54c5f28611da2fd31890543bec5d10166967f021df73a2a775c0624c262664e73ca68f36a5a356a80d85b36d214864bab128e0e2cb992', NULL, '\x00b2f02167f8d6baa90181a1fde240a0b47bad8ef8fea2daf3aa7507cbb7d68b');
INSERT INTO signalering.events VALUES ('VO2201', 57, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x6c49d1cd956ddffb4202aa73b8fcd2c3', '\x6c49d1cd956ddffb4202aa73b8fcd2c3', '\xa28833fd5b0af781dd1ca589c0f8f800c83c6b78f1e6cf85a231e863c5a61887529338f2bd8bfe42abdde6ffb6735a3f601f690bb7e2c54d5ba45cd926dbba4b739d3ca6a3091e4744264c5f754ea0d7814d62243a0548e3f2081215d0d81b0c7f2ce5a1', NULL, '\x7c25696008f2eb4c30bebb54109e1a22f0dc2c413cc2d12f46cbc2d5401cac9c');
INSERT INTO signalering.events VALUES ('VO2201', 58, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xd6b04d25cc949b64d89d84499e91f44d', '\xd6b04d25cc949b64d89d84499e91f44d', '\xf0887e900f2340cdcc527a2335552148d89d149e84c6f2a9af7035010875b7bde276aabff316b578f064b094ea18a22a19c74ba74fed5cd6cf3fb9bfb332aabeaffa627a96f15f02c98641ad3f5016b9fb3fa32baf2cb1b97517fb24945110cfd05c5b3c0efd3f11564a150c', NULL, '\x169623da5cd3a5a08e052575c0a6cf122f17a77e61e19888c9701c0cfbe012ee');
INSERT INTO signalering.events VALUES ('VO2201', 59, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x4a910f63a815424a42bf5208050a60b2', '\x4a910f63a815424a42bf5208050a60b2', '\x01b2023266d665ccedb6d06807e0b19f4297c7b5cce5d50c3b68b0d27dbc1a5ad58b3d0f5910cf391773dbe4768f32ee854019d40c6c082757eb2c1234432be8dba8b3b0d6d0eb181bb6e25dbf8a463716b873040ce66a757b2d4039fc5b90bf9e2d610713bcfde83495a094', NULL, '\xf2f4f9aae9c8f2c0152030e6ba0d8da8c662197b15df04011d707f9767314e27');
INSERT INTO signalering.events VALUES ('VO2201', 60, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xbce4a52f75c89543dfe5b62498bb3cc3', '\xbce4a52f75c89543dfe5b62498bb3cc3', '\x171a03d8e44c33c54383abe0006f00949555d6e9bd952fbd683b45aa1ceafe29fbba482021fb4616c1124c2e26d2d5629e5146d72a3e27464680a9a329ece33c84b6012583bb89c4d3cc970533589926b268d6ee4a2376bd5559ccfb98527188f6ea1982e7f99dbb29b65a2e', NULL, '\x8b4179806a2fa0c3fcf943b04385f7a162aac8abe113d756c67ae4ea84365b88');
INSERT INTO signalering.events VALUES ('VO2201', 61, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x066776beb51457fca1cf07313a8ed942', '\x066776beb51457fca1cf07313a8ed942', '\xa6fef2d10907a9655b907dc52ad928323d8170bd7e5929e37828c013238c6c5b5a59bd93581f38d4700c903cf3823ec0f5fd0c1837f6000c7479997b46195d828c23c2dec28de3b1e318bcce2da2e4d48ba54ec820245dfb9a4a613c5c017cfe0a0cc0c5533ea7b534f88228', NULL, '\xdbec71b14982918f341c2fee7b6fa578470a919ba0c13d56f8b5c3bd3d194b32');
INSERT INTO signalering.events VALUES ('VO2201', 62, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x1c719fc4e95722213cb96ced9fcad995', '\x1c719fc4e95722213cb96ced9fcad995', '\xb2bd22d6659e16c10a7998867220cd1a91325a5a57aafbfb2c3a9dc93e47bb1a4ef3b4d48c31eed0ac4b69541a093ee47e38ee79411e2be41efc0433e2215141b9db121c8ae528c3202845394abd606ac915e387e5e9575707dd578e8364d5ffc5b1d0f9814367927efa5b31', NULL, '\x176a0be19f8eb8db38bcf28b8047a8af6b3de55a09dae25bead9dfb43e3d17a9');
INSERT INTO signalering.events VALUES ('VO2201', 63, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x6165ae3db2103c736ef785889a7facc7', '\x6165ae3db2103c736ef785889a7facc7', '\x84241daf5241c523b71ef50d3b301e966878c2fcc81cde13d783046e0a080b3f9d0c81525a8e49b49e1285fe82152fb2999b37c0d4373baeafea4d86af25d4a1f6c7f471a387c026508bd38e03abc0e593c790aa10ae49e61813c96eace591e5196e74c59ef5033bb171b704', NULL, '\x069c99f6f2aa978cc57076ab077d98042f3860d06452d4ba0c9f158d14661fe0');
INSERT INTO signalering.events VALUES ('VO2201', 64, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x928214ee8b78074ae346ceeede1c2ba5', '\x928214ee8b78074ae346ceeede1c2ba5', '\x6263e136ee321b8f16c3ae2349fa7f3a3fab6f0b18858fae7bb4aa01e1b3fd5a0ee9dff05de3d06a82b0a8fb615bc1a9be1de6cd87519bb2f2b8e27f2e8de0f8b963439ca15c89263ec0f117b889e970d41b541b4a726292d4812bcbb779543a2a09acff25935523f316d9bc', NULL, '\xa7d6c5aa15f0da089007ec970bb908186c73c6e3ec9b81c4166f2ef974c03121');
INSERT INTO signalering.events VALUES ('VO2201', 65, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x88ad6438aa4287711745b2ebf893efdb', '\x88ad6438aa4287711745b2ebf893efdb', '\x0db545e02c372e715ff672312dfe077767c377e0b7d5fcc0a34c1d400f9a38aa955d93e6c447b9afe3426c40caadd6269101b5375cfe7682fd64b6d34b00bfd67f3da3d489e37dcc842447b6ffbd1518e0b89e1cc373c847b1bb6515ab165a17af7dc19baba2dbc8fc135288', NULL, '\xb9915b3fb521aabb8b677d4bc5744e4b0c67a14ad1e2bc1d6b0ba147779f4625');
INSERT INTO signalering.events VALUES ('VO2201', 66, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xd93d086e940a16e9ce98b248b4ceadd1', '\xd93d086e940a16e9ce98b248b4ceadd1', '\x05611762bc896c2bf45816f1fb1c013e5cf00e5b12cc67879df6eacc9119b3c19393177995facdc37a95b01893c6898ed678414e501e850689ba79110caf03a2dee3e368229c28d8d3b6c8d2cea37c1e66f7926ee2a442a3732d1ba9659501cd8ca71dcd4b561a6631d3247e', NULL, '\xb3dc1eccaa24c9e4cc3047403447f1e04a64687282e193a7cd829600b1a15748');
INSERT INTO signalering.events VALUES ('VO2201', 67, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xbe958339f6383e396ea238b8629718b3', '\xbe958339f6383e396ea238b8629718b3', '\xda039e7e9a5c3fc53dc435490788098f81afb8b267efbfcb5c3fc3ed4cef1da0e43f42199f9cd5859533d80aab1f3d676b42f9b74ec70d88b82dde71e48a7cf8a2e2b40fd3650b57babad8529ce788847ae1cb8c2e38b4536ba9690d84daf93eb2f1a9f1015cbf1a06c0fd50', NULL, '\xe4ecb685f0eec4406de9c70390c92a2363c447ce45f2239169e1c7a6f1604e6c');
INSERT INTO signalering.events VALUES ('VO2201', 68, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xbf59392e0d63fdb0d9fe5c0d43cff946', '\xbf59392e0d63fdb0d9fe5c0d43cff946', '\xaf961a5bc6cd1ed1f841693a4389e9dca85d4861c9800ee85404ba4e08b3decac03c05c4fcbed150e369a8653d144e1ba1a01d13349dcd9b6747aad62b1a3ce654af89432bc33908ddf65d92167e7471907a3ff352bec90e601aedbd1993c1c6ecdb9a2f8ee45f13e6b5a626', NULL, '\x2eca73415afb749090d81c104d3c4592eea54f452c044eda8ab56bd67564cf92');
INSERT INTO signalering.events VALUES ('VO2201', 69, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x5a19b396b390aad3874de8101bf0d820', '\x5a19b396b390aad3874de8101bf0d820', '\xe7dd993ade655bf94e781bec7bf49dc024c1a01a834cc5e6da0dee7fc514d2165feba7b55f381e20aa9b4141a4c34abb6ad0d941a0bff5cc8379a4c2012d945d1ad03782ae4873f1d8f00ac9b0e981c1ed24d12601e815636e4767e3dc5f622389766ac89fbb798142fa50da', NULL, '\x8f28845374baa3c2d07096f271a857831cf91fa3c8772b1ee1bc10155cc32a4a');
INSERT INTO signalering.events VALUES ('VO2201', 70, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x7efc82d52f6b06a5a8a3530cfcb73406', '\x7efc82d52f6b06a5a8a3530cfcb73406', '\x8beb2ceb7581e0bd328e6f4fe5de36ff8d1b1a1e9017b6a7cc4e200722b74fae789bb019ff29523bafd5dcd02b6821f85129a079284c40fdd48246a698c93472d29a2adba377a5adc52b8a5960a1c1e44ee1d29cd604fb3c8d262a116c0a9efe23992a3ee0040f156b2a0e98', NULL, '\x5b53de1903e8dcb856617466bf0893a30c9cf4b3208ef4b46f587ed7a9e4aa85');
INSERT INTO signalering.events VALUES ('VO2201', 71, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x55f3936bade3ea8326e7839004988357', '\x55f3936bade3ea8326e7839004988357', '\xa96a2c3a5dac768be3397e240530f48189c965ac6ca412de495383bf703e4aabb36a974a6e2b7d64a582ad71dc981dbfeff3636d2d93b2c48395656e39b7572501d1bfc5f89956a843011ec19a206d46d39eb72a3cf82e3e293e13b464eaad8ba936f03215bf5d560d8caaad', NULL, '\xf1d7d345f4ec30e8398f47e138eb12c2e04e0f073f22cbf7397e1438f3030dde');
INSERT INTO signalering.events VALUES ('VO2201', 72, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xf3715e557deb55ed83f8fa6cfe5041ed', '\xf3715e557deb55ed83f8fa6cfe5041ed', '\xcf5a86395ebc2ca14d741779fb43553879f33d026611115e77a63c7f2f349550f911c7c09002a5d6cccda854195fbebe2cbd5e988dd01258b76d17d22445c60cbb2471001c2d89d46df29d2d9c21d09e39dc1bb40aea05f8d0bcd4a28f6a570462dce2604bd2f252a98aafe1', NULL, '\x9309acb5ba84c4201e44d1d7c932e146319d5e218e83def1a71dfd63bfcc3b84');
INSERT INTO signalering.events VALUES ('VO2201', 73, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x2dd9316a2c6b28da0711edb0d365e4d8', '\x2dd9316a2c6b28da0711edb0d365e4d8', '\x439110a9449675f18a69a86f77f1e9bcde7ff3ffd3098e9ae835ddeb3b76e98640d22170037f426284d50201a703485fa9c0b25d9d7f578d93b43b1d507feaab6fd5cf8ccca1567e9c0be70286b5d138c3f195d17332d63027fd80ef864351e44e90dbe5f9ef13ceefac0623', NULL, '\x94ff94eae10e3b4fb2ef8522d189cd6b63d48eeceaf1006988e05e2831d578c0');
INSERT INTO signalering.events VALUES ('VO2201', 74, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x50a6329c3cff6d7a4ebbc3c69681ae8e', '\x50a6329c3cff6d7a4ebbc3c69681ae8e', '\x0e8efd69d1483c6dc548242c8394a8e1556080e3dc82a3065446f9ee7a9c71aea50c031f530638880ebcb5cb64528a45fdac5fe0725d049985d8ec31fffdd3fe7a6b4f357b237547227c6b4be206fa1b2fb89017927abc8e5b273a772bdae2834a6660335a9cba884cfc45be', NULL, '\x670b18b8eb7c9be1ef2ee1d281a61c8f64a224219522d9053e8a3998f4f62f52');
INSERT INTO signalering.events VALUES ('VO2201', 75, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x18b735680f622adf25f73695123c6cec', '\x18b735680f622adf25f73695123c6cec', '\x9f215bbafcc1e0141580911f5088aec9cf4b8c0fc22eef1202f76d074ac7d7d0e258e37f12e52a8fc935baae38dcccd5496abe3850713db0f51de596ffd4cb4b7ad02be309b61c09d539fadc0e26bdfc032ec211f21aa607034bcd01d4b3e73211e8f3000bbc9400216370ae', NULL, '\x1f956b141042ced289dd3d84eb6365983a256c8267bf08a37ba897c11213b16f');
INSERT INTO signalering.events VALUES ('VO2201', 76, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x0637d864c8818a8db191dcb1a6c9a313', '\x0637d864c8818a8db191dcb1a6c9a313', '\x7761c66ac93934fdf5b6d0c694304554dc480bbfbabc142dc46b04e3429af13f8b94af5b8c89f367f1236f8fbaedaeda1a18e16b014605577f3dfa4cb63ef51a7bd2a6afb568f0851e262d13cf32a797c44010740903d3cf1998d4e0102fe1b0f801b6d0', NULL, '\x28bbbde621cf3213f40d7e62cd28b50aa1f3109382767367eebd93252b6ee0d5');
INSERT INTO signalering.events VALUES ('VO2201', 77, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xf368203e6524a86f2c39698a554e8fc8', '\xf368203e6524a86f2c39698a554e8fc8', '\x879d23af1432eae241fb9e97f6cf3bf1e754d19b0cf5e98ac99a8f312c2193fd59b0c11a74ff58d78469f257400d9181524ae1c8ea18358411c93137134976e6e67493b3f835851d36a7579db3502c360bb99adebd480be34bb7c624a0f35fe5b30a9f288493e51a5986762f', NULL, '\x0a1ba779687149a027bb588050b719b66ecfec7d02ac92df5792b2cc8024df5a');
INSERT INTO signalering.events VALUES ('VO2201', 78, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x9525c5edeea6a74a91e5afcac3520a4a', '\x9525c5edeea6a74a91e5afcac3520a4a', '\x4e85ff46438eabd7f1767eff987290dfb8f35633e1e0269bb70075c5b0c4ebff4fc66ef373a07dc25d478df365590203e52ae5d352dffa149f5dc282c1e9f2457fb5829ce9f7a30e02085d7782f3901089cfa3326f5ef795fe148fe1ce1e37acad8564a66efbcc46c4c76d4a', NULL, '\xc75daffa93114941b8ec8806668c9bb56c72632d2b91c2c43d5df3a4037e85da');
INSERT INTO signalering.events VALUES ('VO2201', 79, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\xde9ba80c8c794fab0073745161972e5b', '\xde9ba80c8c794fab0073745161972e5b', '\x6669adaa07299c5a67935f2264f98d59b244ac5507fe8bf4b53cae787d1a7168c5acf0c4bcaf6ce1c7ab8fb31ab9cee6131d104cd0a53083152527a276a6f0d0cfc6574320d283585d85a08a71578bd14fd7089b46b8495725298a6ae313d16ba5df390b7f84c5142c2980ef', NULL, '\xb3ef5fdfc128a070034df4cf49c6fd494b3d10f244f86635bdeb2f07535581b8');
INSERT INTO signalering.events VALUES ('VO2201', 80, 'nl.regional.signalering.signaal-ontvangen.v1', 1795679897226, '\x0ccdd460a925f541646224f9b0a90ba9', '\x0ccdd460a925f541646224f9b0a90ba9', '\xc1921403e9b025e0536d809eb0cd98d5a66b1c82a31f49ee291cdd00416af8c00cb83b44ce6ba1df369f60a919661e83f0dbf829c14b7a46de773423f6bff7120b15d970cae0b8620107bbfcd8804767bfa4c9faee26f497cb2f466a065b6419aea507ac07406ea7d718957f', NULL, '\x4161a6314d1b2899a45f8677fa4ad524ce4a7e9090b7d1648f8a17f903114d47');


--
-- Data for Name: file_keys; Type: TABLE DATA; Schema: signalering; Owner: -
--

INSERT INTO signalering.file_keys VALUES ('\x20bc2efd4b2179a57591ac6d9f042f11', '\xe650252c4856a53e8cb35ea9fb5d89b4d35aac8b178e762f9402d6de600f893f52670dce05c8b1ca359185c21b1e21089b01b6b7ca58c5c2c0aab1ff');
INSERT INTO signalering.file_keys VALUES ('\xe62ddb1c76b5016dc7a53d9dc49617fa', '\x1125efcc1383fd7f72ce14e7b07bd8298127469d837df097d43a68e365f685b65a27236699006b0b0e7c629a98453cf7dcc51bb0ea7c172e0be70985');
INSERT INTO signalering.file_keys VALUES ('\x8ac93ad802399ded60c7068666da22f6', '\xd068e411cde2f3b474fd4c430fe939880e4e8b9f51d98f50accd85cee36327fb7bf6deff646e786b758ab1b5ef87516954aaef950796031792d10ae1');
INSERT INTO signalering.file_keys VALUES ('\xeff5aa543bc98c1f13c766ab836edc37', '\x183d4e5d3b7e53926af354e447f98a47a7f3e7c4ca10bbe867e5692cd4e46b75b0dbfecec236d1b6b499d89b465eada1c2cdad1e00bef17983a47c87');
INSERT INTO signalering.file_keys VALUES ('\x6123d0d834c1c9ae858b1903a821758b', '\x504632d7423632c858781932c343050137e8b4072488c22fd26ca9d49e43906022729947946aaa57ee4860a94cd5ffd8df9c608f67abffa16a074441');
INSERT INTO signalering.file_keys VALUES ('\xf9646e1b84d67c1400c68e9c96c902e5', '\x2336932bff8778666698c845f7975fa5f283646e4c3e15b0826f40975b3907b26539def93fdfc056422c0c36e4ea626797d5007c82bacdd9f9945229');
INSERT INTO signalering.file_keys VALUES ('\x5481ed9b8f51e658822fcc282459965b', '\x3d326c73fc9eaa69b047fb3d777cac3f78cce132078c62ecdbecde84c1a21b924aca00ee00445042bca27dca348b4f42165f23254a1b0b7915df0e6d');
INSERT INTO signalering.file_keys VALUES ('\x7ab10d21365369715732c7b2467015ac', '\xb289d7b912a3036ae3ddc7184d4c44184a8bb42c8ab7aa71b422f71a19fd7e7d2ab5dda93c4822126b7ce6b4a76550d23ae7fa12520e0e93c748be57');
INSERT INTO signalering.file_keys VALUES ('\xbc3906fde582b7739cd96ec3d45fbf49', '\x4f572a7d817f4c8b164157fa91a2b0f326192fa19c89703161df3ef89bd4478ae0c04d73bf50d31716aeda2b5adfdd8b362b79d751371b1c2a4cc0f4');
INSERT INTO signalering.file_keys VALUES ('\xbeb31f3bd4486dc05f4028d521348ac3', '\x5b86c4cdb30ebee6a846c38d12dfa18a2ab1615b3ed68fff2862e17f6887433dd3911758942b1d0962c75c2ae62832329e7d707f556ef01214df5b5f');
INSERT INTO signalering.file_keys VALUES ('\x3b115e0672d695c083bef102a79d4b4c', '\x8b80ce58491fea9834ce311236f446eb2f4a4c93ab272009d0ca337a273f83e0eb2ac7259e4697ef4e0458e13d23f4c01e4699f7f0447629c14d1d18');
INSERT INTO signalering.file_keys VALUES ('\x5f24790494ae5885cacd6650998fc99d', '\x79d3c113d86e6b154770ae7380729adc9017d0f28510f1de160e5cfbadaca73defb28a3f731f1637e11dc5be1131ad4b047d5b276bcc47343e40ca37');
INSERT INTO signalering.file_keys VALUES ('\xab28c6261e5845372ea0211698148f82', '\xe7dafe003d136d7b2b1237ed236b17ad24b5fd20fbf666c0000448daee42cae443c6fffb94948ef054ed57d518a73fd03feddf568218ed33b5663d1b');
INSERT INTO signalering.file_keys VALUES ('\xdc7e21d246043bfe797c85df567e08c9', '\x58c2f66fda6836ab9e3f3058bff2cc099c62c4f505e6904da83421cf43abb21ebc3ab4ef0a69a73b1df4f2d5532a94e6d3c01613a2a017bf9aadd9f9');
INSERT INTO signalering.file_keys VALUES ('\xdbae8b7e62e99d02eceaa7cc51cb3e53', '\xf784209b231167500eefba95c592870f19e11810dddaeefc49668c4af04c13f5582449141fd4077e8cd419bed4d7a4745972f6217db5a33bc21c849a');
INSERT INTO signalering.file_keys VALUES ('\x9952facc2ddf619d25886f4c9ee8e0ae', '\xa7fbbdb2f437ea5119043cf82a0ce822bd46309648ba979214f5b6fd7a2755460028bffa5c144b368a61c40e19cc6fdc2518e0daa933811ab06a9953');
INSERT INTO signalering.file_keys VALUES ('\x106555c502739f902ef377aacf6f0a9b', '\x3be7e7add1309da83c6896fcf38cf2eeb9c7716a77110c20b9473714a45949165dd685fd66676448853cb6716d540b90db1d44a74b5a2dae71f306d7');
INSERT INTO signalering.file_keys VALUES ('\x1f19accd5bb3a3fb0194508b953f8dc8', '\xb07f4828b7216475347816c79aa2cb5c1cbabdbcfa9c3718833c686604e720f9b1c3da2982f09b26816e70b718984eb4d5e1ffd27fa8ac3eaf5633ad');
INSERT INTO signalering.file_keys VALUES ('\xc88dca1821799a07c5decd04d172c59b', '\x39cf568a224cfb759268da51dd085541cf1d8c85ed56224c0d0bbc71f6cfffefb1c0bedb6f188830108c7f0ed72167b5ea38607bdd9430383aec17d1');
INSERT INTO signalering.file_keys VALUES ('\x520f8976a13b8f1064380f9657da75fc', '\xaffe5c2235276af18f8120c2646d8a0a82caf168a4e0cde82fc283ecfbd8cce992e0e13cd7f139a6f5e4f21cedb9b76876c5d8cb1bd4cc1ee42418d8');
INSERT INTO signalering.file_keys VALUES ('\xc69086da15a2e3ea44643fa336e45bdc', '\xa17b67c53436647f8bd46cf11885045baaee60f685c9f33e65a058830a8c09a032e1ac2a0990a68d3af6a78a4370be46ceb46dc82997dcb083e413a7');
INSERT INTO signalering.file_keys VALUES ('\x9bda74a1a7fceb06dc85dc4976ec36d5', '\x9ea95b25bb8956497cf7e706becf38c12389ce56978d1e9fba98c01ac0c79e22987f7f04595c78e9fc754961628d51a5ee1fdaba3baeb5b661c23e1f');
INSERT INTO signalering.file_keys VALUES ('\xb11855a47635aa2f917f68f651758d37', '\x379d63aa04c6871bc45eb84d1f22fc86ad2099222656b520b2c0783828333dba4edcf48011db21c35ee4cb8a9d21b3b672c3969c9c269cf2051c06f1');
INSERT INTO signalering.file_keys VALUES ('\x38adc366ab32eaa0b47dae4145c18b06', '\xbcc1e32c9a2291846ef7bbac7869e9532530d25f3fa85fb6f78f0c683e86427f8e3f8e0d58aa653e8f9629d2dab950d30f8ed89c9f09125bac7b6286');
INSERT INTO signalering.file_keys VALUES ('\x10687fbda686d928dceeca2f21ea9b39', '\xf1435475d03ee943a33b20a88aa296d9f050dfe2dd9fe247b741ed67311a35c64ac8d02dabdd239d27121489720649604dccb598d81742d97b323af5');
INSERT INTO signalering.file_keys VALUES ('\x63bd661700f69f031f97e99b52d72f6b', '\xe39ff267cf4e4641fad75d2481280b245e995d63d1a62837afd823b22b0cb3336156dcf61c23de6b1e642b886e2734048b85da8fa93157dacee96db7');
INSERT INTO signalering.file_keys VALUES ('\x4d3bba0ecf59375e639611c6531f7d6c', '\x6b5235ab139a930a5176defb2380cd492ef053b0324ca74f82d3277809d515957c99e6f0f063cd803c205ee80143a9f6e90f9599590ab3a0db2a0448');
INSERT INTO signalering.file_keys VALUES ('\x5f8e6c40ddeaad37411171252d2522eb', '\xfa407c051a7da77105b8df5583d1f790cc1b27dc12cdbf30df07e0c5b8e88ffd3934b89aa6151e428b0b1b4c63a1a24eafd305148dd8740a6c185b24');
INSERT INTO signalering.file_keys VALUES ('\x5fa707f569027cba77a74df9e1fa84a8', '\xb1e958166218cb9fcf91a397dc99daa7cdbac270f8491a92765c64db992a3984019caba127557c8adc16e95b0b1576c977ef2d50e32edf238f03d161');
INSERT INTO signalering.file_keys VALUES ('\x98c31cdfbf3884671262977a548b6ffe', '\x63546f9e64387c3286093eeca06645521604445a6ba9a58072b61842efd0186b0ce99d2fbb24f7e8fb585c9ada8b6e081d7940da6836eb9f663ddef4');
INSERT INTO signalering.file_keys VALUES ('\x3645a8f3419da87e879bb8e656d442b7', '\x6dce4c54dcac4fcbee12ead1a230ce551ac5cb492c0e35085b6faf5d1ac2c514f6158fe707c12ff8b8d0cbdb40cdade98df9ab19449e82465745fb8b');
INSERT INTO signalering.file_keys VALUES ('\x76959ed82bbc1e6c26e9b57c7e765669', '\x1cf610ca5be36289aa34c6ffd7c1931a731c10941a59953fb760b934df6d2dcbcd7a5a36598f5f22712f4955ede74be4f91dcdc8e6c9f53805688d68');
INSERT INTO signalering.file_keys VALUES ('\x7607b9f7a7e690ce023818b5bcd59e28', '\x5a342986bff8d7f61618a97d944d56bfe98bb91230622ee2d127bc4365036bc2bc5dcab1ada1dd5af6cf5908ac5262708211efb40f656c1a37329a99');
INSERT INTO signalering.file_keys VALUES ('\xa65205597a6b1ecc99028a5b8d654d0d', '\x6cdd97ea0e874153c3cb29916c99ea61ecc9156759c330be273e3cdf9d1d58b9b262a6d5b17b46f38566568faa4788e59c2e94b3b4537036891c6819');
INSERT INTO signalering.file_keys VALUES ('\x756aec8e3a66f2128805875368706326', '\x62271cc7e1ff7fde635b4de413bece122f878c8231beeb1012ada373649822dfbbb239d0e0a8c5784879ba36b38e04f27bd804acc39a7409df5e9037');
INSERT INTO signalering.file_keys VALUES ('\xbd2568174813fcbf74ac14018cc67bb8', '\xe79c971f763a1424a90f6f1f5a813b729a2bd0e4923b92b29bd0ff29d6e473d807b7755ee8b88e3874f233407df2df59e6e43d96f8fefc813d2ffc59');
INSERT INTO signalering.file_keys VALUES ('\x59fa8886b21fd20dfdbfebf32592ccc3', '\xf5ae303acbd907a7be7084356d463e77f28db868fdc7b84ccfaf886caf9ea52158a7509144c8dfd29b0cf5000b675ad96eb925591cadbbf99a255b92');
INSERT INTO signalering.file_keys VALUES ('\x2386a60af3035d87d22c4bbeea8771db', '\x81bdda732032c355d4b1214a7501bce053787ca795575225f3dc79a6f603047f4e26f72992c32ebc47c9d08cc1858d2a2b82ad87df1b17308d56958f');
INSERT INTO signalering.file_keys VALUES ('\x62b7f56efe0d8ebebdb36a256990713c', '\x0836c56d339828f0cb58332dd24522552083ce5f2852f10219c2d965439a8ee30c32479141b497693e91a2144144b8373494c40d55fe9fe0ad9a18bc');
INSERT INTO signalering.file_keys VALUES ('\x5cd58ee1d1a4f53f6511d734bf613c6a', '\x45c210c8a06a7f1e13b06c471a931eb093ae665bd2edfa011645c6374b9259225a31ff5ea5efd264e6e470edbdec0c7e39b61c3ddbdec188dde2910a');
INSERT INTO signalering.file_keys VALUES ('\x18233cc8262993a9d2c86eea14cc7981', '\xd23f9db9e14e966d67bad6af4533eef8bf8322777bebff4e514e11e143812a946102c7cdcd5f8d6416014047f3213f8b927f521f31b0e786e4931912');
INSERT INTO signalering.file_keys VALUES ('\x103906d3f49ab98ea0331479b39ab57b', '\x51e5ac998969908569fe5cb5a11b911a01b57b5969987b06395492b82c19764f17cf7c3fee065f6d7846f024cc3cb88949ee9867a7d2b7c564954261');
INSERT INTO signalering.file_keys VALUES ('\x68619f93f3bf2020f6fd5b5cd87d32c5', '\xe7a06a771bc5c7c93125bde39e6ecd4542d1fcd833165a4511ab4312e7affb8b0e05901170e945094f888872e87da27aec75347dbe831143d7d86fd5');
INSERT INTO signalering.file_keys VALUES ('\x3710b8d3513db1c9cb80d6bb4e27b505', '\xff220e9ea52e629c21b1935ac33bdccb77d6533a4b1a339ff293a8b93a0e85b63132e152056efe940686cdca194388e97882eae5fd1b83eb38de53f8');
INSERT INTO signalering.file_keys VALUES ('\x4d030cd1dc500099a19cc34b3514af60', '\x071ad2b03086774b43f654c94e200ae6043d714ad0fabd0f85e1993f714bcb9cde0151b5809e9bc62477d67b6528597563ba60b979a10ef6c634fc91');
INSERT INTO signalering.file_keys VALUES ('\x702cc63887932a774d9eac09bbecc36e', '\xcf1fae762f8d5b9d4a236dbc8b84759b8a5e36078eae543a95eab6143c347731fdc0b47c06021070af411aa66e77ae8a571cc572c80e23016f558c81');
INSERT INTO signalering.file_keys VALUES ('\x9b392e14f469a43e713a816b1f06751f', '\x502f2ac07a8d2eedee4288d4dd4c69ed518c5bddb4cb3a1845b4ae3c64864c4acd914f60252444f7b7a172d7361172b1ac4244263f2d8d72480fb8b6');
INSERT INTO signalering.file_keys VALUES ('\x42f63de7e6e83576d96557f9efe2004d', '\xeed6124fef4d13482d6b1537d32976519310e9bf2c5643e209535e62163aeddde310af57935583b6dd4db0a0a2782b0380af6698fa45b3ac0fd54c43');
INSERT INTO signalering.file_keys VALUES ('\x26dc8e28ac8af6be2b6d6141b969db33', '\xf1dd06cd53a72f97170273eb8c1f2f171a376cd3322e1e9f6b03f9158f853eadfdb00886d3424be776a4b310a3a2040309e0bc7d70ad6f368919d597');
INSERT INTO signalering.file_keys VALUES ('\x54eee0f5c033d60657db6807f9d37259', '\x4e8c860a8c894c48dee341d89ccb311cceeb558aa53b95170cd23a37fcc8742d7fd5421d584dc59520e0ceabcc68ec1db82adcf79143a4dfec9ab8f8');
INSERT INTO signalering.file_keys VALUES ('\x673358abe87d648d92e7c7a8e6202c6f', '\x60be56a47f35fdaf7b398f17c8641548b6ed09d50928f3048bebbe67ab9781304d7c2e4ea24c139f1fa88446dbf1d41ffb2e617208412f023f7c22ba');
INSERT INTO signalering.file_keys VALUES ('\xfd556c79983f2e967b7f1d22c789fb6b', '\xc6af8fbae2ef415a8b9280b591e133ce7ccae1196a61831341a8f78a663b33a52d8fdb8dd0fa09d9b30c65b85fd7c748b566a59ce64a33d344212674');
INSERT INTO signalering.file_keys VALUES ('\x782036ff509d412379ab27d85d4d7527', '\x0cb2da9a9ed30fcfa46e9afbd6b875dbefa973ead9f2c4bf12dfec399fbd7df87b930f28a467ad580b4c24455a84980a887e71d8dbf9cc0106d01546');
INSERT INTO signalering.file_keys VALUES ('\x9165583aa552bc144bf446755979714e', '\x2808ce7d488f06c733f01ab8f91db8e5f3ba253605fbbda30c83ce7e9f643e4c3a6ae14b665768e675fd8d4b6421428f76f5178c564428dde484514a');
INSERT INTO signalering.file_keys VALUES ('\x80bc90d581dd8d378066a8e3877278cb', '\x607fd10c1bcd8127a987e814380afce5f11f777723302665959b8fc91041cb9b5b232232c9e116dbb1df1d9cbc394707ee2a12b075f0522dedd8b6dc');
INSERT INTO signalering.file_keys VALUES ('\x4cfbe1b5708f059ba288f59556ef4893', '\x8b3899cc74e417b68f440be3a393c2658ad3c2f8075e9153bec82bb4db812759f58e004c363922cde374925018c7723dcfbd6679dcb84eaf3e8d3e8f');
INSERT INTO signalering.file_keys VALUES ('\x6c49d1cd956ddffb4202aa73b8fcd2c3', '\xd67ceb3a39f8b774f515a94d23cd1d892b345bad606a8bae24a3f9fdf2005521d9607634e73a545e9fa543980098a23414cfd7cbf071e676aa8d0faa');
INSERT INTO signalering.file_keys VALUES ('\xd6b04d25cc949b64d89d84499e91f44d', '\xa00f1373dd44f6e2829075eae9172b2fe28c7c339fd3ec6c33b7f6bb95a713859cbe67b1fde3a29beac956695161374a2215db89605f981fb2c1ceb2');
INSERT INTO signalering.file_keys VALUES ('\x4a910f63a815424a42bf5208050a60b2', '\x1442566514555adbf755061bff25b499a030fea9a5ea1b6c6a34ab462d54c8239842c14d654cc0f1216d008f27c61da43bca18f9d8bfd3b2c3052084');
INSERT INTO signalering.file_keys VALUES ('\xbce4a52f75c89543dfe5b62498bb3cc3', '\x22ffda3cad6169348328c553dccf01f18c04166d17286e1ec87491ef3716a785648e4e770f1aa282dbec532fc04849d8b5099660aae8859c2d085df4');
INSERT INTO signalering.file_keys VALUES ('\x066776beb51457fca1cf07313a8ed942', '\x95f8f4391c39ce1b4457de69e2ad05f1244034fe84d10f18e3c9e834fd519b39c346f02934a4a2fe531ef86780596fba8d26852184fd449b115c033a');
INSERT INTO signalering.file_keys VALUES ('\x1c719fc4e95722213cb96ced9fcad995', '\x9d82de14c70a8ec650e9bbf3f4e4b341f1758e7d91d70f878cf433a72e9eade1357282231bd68327e69a8c659695ecad284a01c6cebc1a748580c08c');
INSERT INTO signalering.file_keys VALUES ('\x6165ae3db2103c736ef785889a7facc7', '\x60f6a9233433d23e4318774af5a28ffab2825308f2fa70079cd5bef685e2c22ed12a763ed51f8512c45a722e0d598628cb876d3a13e364fad452407c');
INSERT INTO signalering.file_keys VALUES ('\x928214ee8b78074ae346ceeede1c2ba5', '\xe35e4a2d8cfef40c6f5092045beb66640649a1710b977db020db051288374bd674e359f82128486cd99fb65f11f6cf311728967246f49f03db6ffd26');
INSERT INTO signalering.file_keys VALUES ('\x88ad6438aa4287711745b2ebf893efdb', '\x8c2d577d451781811dfa1b0f5ed76480cca6fe32626723b2f9194bfc805e34f7d7d70f517e7e787cdb5033f6ef245d413ba397bb49ccc8f90460669c');
INSERT INTO signalering.file_keys VALUES ('\xd93d086e940a16e9ce98b248b4ceadd1', '\x7fed5575c4a13a3b2daf0e069a309b54f38ea6377c58de1de9a79dbab25185751b39f25b9975e936412099a28148f5cacebe32c95b01fa462c794714');
INSERT INTO signalering.file_keys VALUES ('\xbe958339f6383e396ea238b8629718b3', '\x047a9146a9ddeccfaa666756b69bbd9e9a04362fa8a417621310ca179c8e0a81945766ee48b20d9375494e399813410d491363f8b1ca5d273bf5010d');
INSERT INTO signalering.file_keys VALUES ('\xbf59392e0d63fdb0d9fe5c0d43cff946', '\x96c4f15a1e363fb5960c0e660ba9f46ce623c732ce5929862291a104e253566646966e84246fafd442958c1abc892e9ac80068461b452f90d690ce47');
INSERT INTO signalering.file_keys VALUES ('\x5a19b396b390aad3874de8101bf0d820', '\xb47db20d106bd5a8553fb066c91218c037ac4a5240f7a0ce3018273e9cc09c0df30dbd8be002967c540a68a759af666bbc9fad99b4cc8b5ab10c1f26');
INSERT INTO signalering.file_keys VALUES ('\x7efc82d52f6b06a5a8a3530cfcb73406', '\x41bb4d68aa670d5a7eff8be823b54b6e51cde66ffbc3b836d2e48ab303079c07fb4339d74f0b4d4439e4569365796a25cebea280ae450e22423c50b2');
INSERT INTO signalering.file_keys VALUES ('\x55f3936bade3ea8326e7839004988357', '\xfe9c492db0b6b5ce4c92e58d2a55a8495542a190f9b190087ef1bb443177c5924207ad0fd6d936da1ae531c5f731992fdb546337ea2977a0f27c6083');
INSERT INTO signalering.file_keys VALUES ('\xf3715e557deb55ed83f8fa6cfe5041ed', '\xea25e6e1b6184807502b94b0857496ccfdfd375764377d2e84937205422d901bfdf2ed848e9b1cc94d1fe963b9aeaa19f1ac50db418522f0544c04d4');
INSERT INTO signalering.file_keys VALUES ('\x2dd9316a2c6b28da0711edb0d365e4d8', '\xa55bd39276380ba967d8d22bbbda21599260e99759d783c59ff786b0201f9b74a1b9cc5245608ad5fa0b796fa4efd2d85b581f8fc4e9babd9b6cc62d');
INSERT INTO signalering.file_keys VALUES ('\x50a6329c3cff6d7a4ebbc3c69681ae8e', '\x39defeffd6ef0a1077f04780a0b607a12dc1bc8af60e4a831d79ed42769e0a47012917d37fc8b09813ef926e0aade3aed5d6e2332965a1723a968048');
INSERT INTO signalering.file_keys VALUES ('\x18b735680f622adf25f73695123c6cec', '\x4a72328273ab7717031190faf68d613a57ad014836c3b0156000965c0616c9568afd848e24282275ffcf60f60fb2be4c5d459240fdc8a3b0f68bc3a7');
INSERT INTO signalering.file_keys VALUES ('\x0637d864c8818a8db191dcb1a6c9a313', '\x80d6900bf1e8f8d63d927ccf78e4213b93aef73df317b5543a8eacfb7977f7aa899ea41ba89cd02aa99b052f7fdd4269d16264f4bf7fe60976c10bd2');
INSERT INTO signalering.file_keys VALUES ('\xf368203e6524a86f2c39698a554e8fc8', '\xe4a79a07bc6dfdfeff1be4c74657347126fd89701349f19b266a35d1f2c3efa484c105cafc6d22ee9b5a76df3a51d247ec4d85e01751881ad3ff6b69');
INSERT INTO signalering.file_keys VALUES ('\x9525c5edeea6a74a91e5afcac3520a4a', '\x4f1b3efff4eef1f444426acdf1200cce03bd562e07220f7911c8fffaad7e182e2d54481010f0fec950af35f9a756ab0b6022e0f223ebe97cd917c8cc');
INSERT INTO signalering.file_keys VALUES ('\xde9ba80c8c794fab0073745161972e5b', '\xd9a1961368dbf60e5dd113b86ae59178587d1089b47876d62f25b56ecb49e1714f7ef6a3049eea142f2e751c88e9616d6503b755b60d5a62c89f96fc');
INSERT INTO signalering.file_keys VALUES ('\x0ccdd460a925f541646224f9b0a90ba9', '\x925fe47bb381f1826913bc38da1c5cfc76db4b3f69663f28072a32458b603b08cd722a0fe8f206ea3190291ca6253ec46a13f78a37cca1ecfe633083');


--
-- Data for Name: logs; Type: TABLE DATA; Schema: signalering; Owner: -
--

INSERT INTO signalering.logs VALUES ('VO2201', 1, 80, '\x8423b03662546af10b4fee33be37e936899b22006e111bbc5b0190efea4c978a');


--
-- Data for Name: request_keys; Type: TABLE DATA; Schema: signalering; Owner: -
--

INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x00d5094d9940836fbe7d90e57af38141', '\xf984866f2292d5e1c7e02e3f8303e8cf557aa8d0c56e2d4cf417443131d3fb7b', 'VO2201', 49, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3839306331633565353662623935393833646335646134636635613739343233120430313036320e53494d2d323032342d303030363440044a0708e80f10091812520708e80f100a18095812680070007a0632304c4f3038c2020b0899cd9fd80610a0d49c39ca0206564f32323031d20206564f32323031d80202e2020708de0f10031801ea020708e90f1007181ff2020508eb0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x02b69adc6e69809884d1ed5ac0002062', '\xbe944316dce24f6ac8b25021d580c930bf4143cfd33cb4fc62fd41a1897049f8', 'VO2201', 30, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3339346234323631336162616366323236396362646132633366323731656538120430313036320e53494d2d323032342d303030303740044a0708e80f10091802520708e80f100918125814680070007a06303245423034c2020b0899cd9fd8061094e6f638ca0206564f32323031d20206564f32323031d80202e2020708dc0f10021801ea020708e70f1007181ff2020508e90f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x1c81a106066484789404ffdfc2a7698b', '\xb96a487c5d435ee8c9a10f4ae220a76f3e0d04dfe9042feb479b87c2a6304a3d', 'VO2201', 32, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6566383838323065373339366635383263326335356637356335303032623632120430313036320e53494d2d323032342d303030313140054a0708e80f10091803520708e80f100a181e58d201680170017a0632304c4f3034c2020b0899cd9fd80610ec90fb38ca0206564f32323031d20206564f32323031d80202e2020708dd0f10071801ea020708e80f1007181ff2020508ea0f1006');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x279f0775afeb85eeab00774b92628fa6', '\x7a59548989bd14a9b73da302376ae39dc591e298814775717bea9d42e0733685', 'VO2201', 40, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3539333236326131363636333535643564383266313339373333613365323133120430313036320e53494d2d323032342d303030333640044a0708e80f1009180a520708e80f100918125818680070007a0632304c4f3030c2020b0899cd9fd80610fce08b39ca0206564f32323031d20206564f32323031d80202e2020708df0f10041801ea020708ea0f1007181ff2020508ec0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x3cb2c846da3d8977b4335e56ecd739fd', '\x29c7ce814e2b2041517ca00ade9206fd2b30837adfbca7f6fae32b65536be6bf', 'VO2201', 38, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3761393134306436333062366330386362636332663665393437653435306438120430313036320e53494d2d323032342d303030333140044a0708e80f10091809520708e80f100a18045813680070017a0632304c4f3030c2020b0899cd9fd8061098ba8739ca0206564f32323031d20206564f32323031d80202e2020708e00f10081801ea020708eb0f1007181ff2020508ed0f1007');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x3cbab49999b383ef9b09d2ba1ed83b36', '\x903db71924e4137b39384ff5ce577e3c4676388bfebf50bdc3a13faa476b7a22', 'VO2201', 43, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3866633637373164313962633533316637363464363636626562663231643933120430313036320e53494d2d323032342d303030343240044a0708e80f1009180b520708e80f100918145811680070017a06303245423037c2020b0899cd9fd80610d8f69039ca0206564f32323031d20206564f32323031d80202e2020708db0f100b1801ea020708e70f1007181ff2020508e80f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x460f3162db638d96a72811f2917a7594', '\x119805a3bd197d92800b25bdb4da5f58ee9c9a6bccdfe852e95cc58bfac493e3', 'VO2201', 52, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3837663432646531386435386638316439653135636636366130326666393330120430313036320e53494d2d323032342d303030363940064a0708e80f10091817520708e80f100b180fc2020b0899cd9fd80610a4e5a139d20206564f32323031d80202e2020708df0f10031801ea020708ea0f1007181ff2020508ec0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x497bb5fbec18802b9da5bbc9a037a48e', '\x2d6875157646ac926c349fd5689a0004188026971d8419698f25ec3fc203a835', 'VO2201', 48, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3033623439353537616436326235356134393066623836326266373738346662120430313036320e53494d2d323032342d303030353940044a0708e80f10091812520708e80f100a18025812680070017a06323550573531c2020b0899cd9fd8061080bb9a39ca0206564f32323031d20206564f32323031d80202e2020708e00f10031801ea020708eb0f1007181ff2020508ed0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x49d9e9ad8a7e87cdbca38fb59e8e4980', '\x00aa7d557d3fdbf183ef9a8c0366c5163218b69f0cb23d7c01457363a956cfc4', 'VO2201', 54, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6437653938366139393162653437643630313066646464636330356534306436120430313036320e53494d2d323032342d303030383040044a0708e80f10091818520708e80f100a180b5815680070017a06303255563035c2020b0899cd9fd80610c8b7a439ca0206564f32323031d20206564f32323031d80202e2020708de0f10041801ea020708e90f1007181ff2020508eb0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x4bdd4761d2bc8c07aef83933cdaf6a05', '\xed46869ff5deb071f48f0365e7ca09db3476c66bcc2f049d78c8ad5c56931d8b', 'VO2201', 37, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3937626663663238663839616234353735303462643935656531663733633334120430313036320e53494d2d323032342d303030323540044a0708e80f10091809520708e80f100a18025813680070017a06323550573532c2020b0899cd9fd80610c8978539ca0206564f32323031d20206564f32323031d80202e2020708dc0f10071801ea020708e70f1007181ff2020508e90f1006');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x50b4016e3abe8873a0793789b2aca45f', '\x0c4c7062a12887d8bd2b87cc56599c8877a70badb4bad35a31cf4ee18cd16b34', 'VO2201', 31, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3239383331353835316465323836376666343333393062643266303639623235120430313036320e53494d2d323032342d303030303940054a0708e80f10091803520708e80f100a181e58d201680170017a0632304c4f3034c2020b0899cd9fd8061094c4f938ca0206564f32323031d20206564f32323031d80202e2020708dd0f10041801ea020708e80f1007181ff2020508ea0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x515bbec1d792824fa4c0a2df2a1c9a8b', '\x78de8148a0f9480016b5b00f40699ddef425ea87660da49beb7e99c5b04e8675', 'VO2201', 34, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3034653836316362646137333232313838353330643261313136653633363564120430313036320e53494d2d323032342d303030313340054a0708e80f10091803520708e80f100a181858be01680170017a0632304c4f3030c2020b0899cd9fd80610d4f3fe38ca0206564f32323031d20206564f32323031d80202e2020708e00f10021801ea020708eb0f1007181ff2020508ed0f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x57b02883490786c38718d93e07ed5489', '\x33a713b6548faec2e2f746a45accc09a380292a14d98c0f1e1113327a442da6b', 'VO2201', 53, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3637653730336238356164623531336634376430613033323463346333313832120430313036320e53494d2d323032342d303030373140064a0708e80f10091817520708e80f100c1806c2020b0899cd9fd80610bc8ca339d20206564f32323031d80202e2020708de0f10091801ea020708ea0f1007181ff2020508eb0f1008');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x66ba20e2255a8517aa3305142bc825c0', '\x9bc0f9d1d1d1dbe725eb4c9e0f1fb23d29e7d9f5cd0072163daa21db8bea7dfc', 'VO2201', 47, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6664623835306665393666633434663665633230616537383263643430386533120430313036320e53494d2d323032342d303030353740064a0708e80f10091811520708e80f100c1804c2020b0899cd9fd80610b0fc9839d20206564f32323031d80202e2020708dd0f100c1801ea020708e90f1007181ff2020508ea0f100b');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x698e161d17938056b88802bc0d701108', '\x908c62def533054a03340ce2a2db5d461b155382cdcaf43f4a995fc5d505aabc', 'VO2201', 35, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6362343832383063626132326237653466303839636162333466613732326337120430313036320e53494d2d323032342d303030313840064a0708e80f10091804520708e80f100b180ec2020b0899cd9fd80610b8ee8039d20206564f32323031d80202e2020708dd0f10041801ea020708e80f1007181ff2020508ea0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x71532f8cd2c183919b69800831ad5c93', '\x69abef04075421c1819c3c6fca7e6f9dedb0f5adcd3238ca33b097919eb070fc', 'VO2201', 51, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3166643437656366313662303133623031353566636438316339646465373233120430313036320e53494d2d323032342d303030363840054a0708e80f10091817520708e80f100b180f58c801680170017a0632304c4f3034c2020b0899cd9fd80610b4a0a039ca0206564f32323031d20206564f32323031d80202e2020708de0f100a1801ea020708ea0f1007181ff2020508eb0f1009');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x7a9956f3108183e6a1fa0abc4f75e418', '\x84700649cc964cdab79fb18478a10a69edc59f9fa3439cafcac64de95e397e09', 'VO2201', 46, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3534386532646536616634356439383262376534363135383030346162303335120430313036320e53494d2d323032342d303030353540044a0708e80f10091811520708e80f100918195818680070017a0632304c4f3030c2020b0899cd9fd8061084ce9639ca0206564f32323031d20206564f32323031d80202e2020708df0f10041801ea020708ea0f1007181ff2020508ec0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x917e3eab16cb8ce1a3055d18fc8bff9e', '\x35e26f46fab532d68e740e3a5770b79c978efb66d6c144ced844ed6f3044d7ff', 'VO2201', 45, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3864353936393835643162316132356632383232396131386430316132636339120430313036320e53494d2d323032342d303030343540044a0708e80f1009180b520708e80f100a18035813680070007a06303245423030c2020b0899cd9fd8061084d49439ca0206564f32323031d20206564f32323031d80202e2020708e00f10021801ea020708eb0f1007181ff2020508ed0f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\x9e927b0cc22d8dc892903624881efc8e', '\x612d3aec407aff8c58d628ae9b4dd8d5040bc0b5643adf4caccef8dfcf9644f9', 'VO2201', 28, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6331346536656130666638356339343539623536623965643537616435666135120430313036320e53494d2d323032342d303030303240044a0708e80f10091802520708e80f1009181a5814680070017a0632304c4f3030c2020b0899cd9fd80610ecc38e2dca0206564f32323031d20206564f32323031d80202e2020708dd0f100b1801ea020708e90f1007181ff2020508ea0f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\xa24965e56c83887ab0c5a3aaa15ca825', '\x8c01892f9e57a63838de280aa6d4106a50d6b5b28fa343d1ce4a1138b65038d7', 'VO2201', 42, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6630393635376337323261356530666165636164656639383139303333643864120430313036320e53494d2d323032342d303030343040044a0708e80f1009180b520708e80f100a18045811680070017a0632304c4f3030c2020b0899cd9fd8061094b48f39ca0206564f32323031d20206564f32323031d80202e2020708de0f10041801ea020708e90f1007181ff2020508eb0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\xad9dfbfe593e8e5fa6185bdcfbf07b43', '\x228a965c2fc26c529e973f2d447a985d41ac0c19a6c721ca9fbfb51c7a83a1d5', 'VO2201', 33, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6431323065623932326238346331383666313333323765306566366565343035120430313036320e53494d2d323032342d303030313240044a0708e80f10091803520708e80f1009181a5811680070007a0632304c4f3033c2020b0899cd9fd8061080aefd38ca0206564f32323031d20206564f32323031d80202e2020708df0f10021801ea020708ea0f1007181ff2020508ec0f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\xb4b99d2b0ec28344825ae8b660420ea5', '\xb2a6ab9bce20f51fa35c4fdaebe9c65038ef085c35522b206c167fe63d08e85e', 'VO2201', 36, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6362633563613633333966356635616133316632666231303166386539396530120430313036320e53494d2d323032342d303030323040064a0708e80f10091804520708e80f10091814c2020b0899cd9fd80610d8a38239d20206564f32323031d80202e2020708df0f10061801ea020708ea0f1007181ff2020508ec0f1005');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\xca50b40bd3f18475b2f940a6575d5690', '\xa1085cbb11dd2abdeefe3878320049b097c9093270217ea2b9a98845fb41e6e7', 'VO2201', 39, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3831326364633731396539386162373064336635316635646238333865613335120430313036320e53494d2d323032342d303030333340044a0708e80f1009180a520708e80f1009181b5811680070007a0632304c4f3033c2020b0899cd9fd8061088ff8839ca0206564f32323031d20206564f32323031d80202e2020708dc0f10051801ea020708e70f1007181ff2020508e90f1004');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\xd0cf048390658a3f973b0166eacbb927', '\xe59d57529c0af9353adcba79665343cf5d4d9ed80dff17b3ca57b2ccd20d74e3', 'VO2201', 41, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3762373837633435333134343263633439633763643034383961396233663966120430313036320e53494d2d323032342d303030333840044a0708e80f1009180b520708e80f100918195819680070007a06323042473030c2020b0899cd9fd80610c8988d39ca0206504f32323031ca0206564f32323031d20206504f32323031d20206564f32323031e2020708e00f10021801ea020708eb0f1007181ff2020508ed0f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\xf0c5e4aff51586a097582eac8f066f02', '\xaeb35fb57790f442426cba2f6f7b53caf3dd3fdcffcabf402a356b37c1aeaea7', 'VO2201', 50, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3339383137343066633662383937353034313438326231373537373363646665120430313036320e53494d2d323032342d303030363640054a0708e80f10091812520708e80f100b181458e601680170017a0632304c4f3034c2020b0899cd9fd80610dc889e39ca0206564f32323031d20206564f32323031d80202e2020708e00f100b1801ea020708ec0f1007181ff2020508ed0f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\xf768f00b63e78876be078be8e8555a48', '\xc61c8d2ba6727baeab85e40d929a45fe46a53d18a2ae282bc4189fbb6cf88645', 'VO2201', 29, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3634376238626537636165323739636236653731636134663334643431363233120430313036320e53494d2d323032342d303030303540044a0708e80f10091802520708e80f100918135810680070007a0632304c4f3038c2020b0899cd9fd80610dcf0f338ca0206564f32323031d20206564f32323031d80202e2020708de0f10021801ea020708e90f1007181ff2020508eb0f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000100106000/municipality/leerplicht', '\xf7c437091d5d8ca2b6e53d6ff6321f43', '\x8440ef26bd2afb2db5fb1fa9118aee6322b96507a335b7aa3263d44bfb94dbe5', 'VO2201', 44, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6666366365396461353334623739633761396334616231613062666537633663120430313036320e53494d2d323032342d303030343440044a0708e80f1009180b520708e80f100a18025812680070017a0632304c4f3030c2020b0899cd9fd80610d4829339ca0206564f32323031d20206564f32323031d80202e2020708db0f100c1801ea020708e70f1007181ff2020508e80f100b');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x004d6b0b120985668b5338cefd82b908', '\xbcadd6bce06038a8b0c84ce03c0424b9d4bf0ab2fca71a6c7573141181364c07', 'VO2201', 10, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6533643639636562303037303436373237643063656362366235316364393331120431363830320e53494d2d323032342d303030303440044a0708e80f10091802520708e80f1009180b5817680070017a06303245423037c2020b0899cd9fd80610b4e58831ca0206564f32323031d20206564f32323031d80202e2020708df0f10011801ea020708ea0f1007181ff2020508eb0f100c');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x04eb6e10582184acb401051bf94ba00c', '\xaba84f66742b9e1356549ee1f9b664a1c7f364446fb160428e5c7f52e0f0e495', 'VO2201', 11, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6539626163343463643566316663653336633065393638313937336331316339120431363830320e53494d2d323032342d303030313040044a0708e80f10091803520708e80f100918135818680070007a06323042473030c2020b0899cd9fd80610bc9c9c34ca0206564f32323031d20206564f32323031d80202e2020708df0f10031801ea020708ea0f1007181ff2020508ec0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x15139fe1f0d18749b8b9ab48c6fa3f69', '\x36e23cd011ae43b8ca28c4e37a439a77c055f883f63791d65f7925d2d88b55ed', 'VO2201', 16, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6664323964313161393461653265656364383635393232373361343935383231120431363830320e53494d2d323032342d303030333440044a0708e80f1009180a520708e80f100a1803581e680070017a06303255563035c2020b0899cd9fd80610f8fcd134ca0206564f32323031d20206564f32323031d80202e2020708e10f10071801ea020708ec0f1007181ff2020508ee0f1006');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x1c4848ce86ab88be8e6ce8a5fc256df1', '\xe9931a7039d3794cbce4e776ce331b92b793ad6f1be0140b5441be068089e7fd', 'VO2201', 13, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6633323132663037336438663764333330633762636434393331656662336463120431363830320e53494d2d323032342d303030323140044a0708e80f10091804520708e80f100918195811680070007a0632304c4f3038c2020b0899cd9fd80610d4a8a634ca0206564f32323031d20206564f32323031d80202e2020708df0f100a1801ea020708eb0f1007181ff2020508ec0f1009');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x21965cb58be1803c95fac68d1f519ec0', '\xc5e8077d3e92a17a159067990fa5dde47fbdf24e357d99cc3fa7a2881300d934', 'VO2201', 14, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6130616333623539386637393135326262376461316338373964396238653763120431363830320e53494d2d323032342d303030323940044a0708e80f10091809520708e80f1009181b5818680070017a0632304c4f3030c2020b0899cd9fd80610a8cfa934ca0206564f32323031d20206564f32323031d80202e2020708dc0f10011801ea020708e70f1007181ff2020508e80f100c');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x41e0c1c8ec84879ba22dc021a392e6b5', '\x0c065f4d50ce03f94c5edb0d131a047a54ad0ac5629f77bfb50af0f76d7e1bf7', 'VO2201', 25, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3363666362656366623562373630313836393137643364363037333234666464120431363830320e53494d2d323032342d303030373240044a0708e80f10091817520708e80f100a180b5814680070007a06303245423030c2020b0899cd9fd80610e8b1e934ca0206564f32323031d20206564f32323031d80202e2020708de0f10011801ea020708e90f1007181ff2020508ea0f100c');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x57ca5d4e2a8c84a68490f57836729ea1', '\xe61d986632b84230d0975c96bd14c0963b94ac25d6afa49d71568c58a8438953', 'VO2201', 26, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3561643739333630623433313433333762303436633865616332653034363236120431363830320e53494d2d323032342d303030373540064a0708e80f10091818520708e80f100a1812c2020b0899cd9fd80610acf4ea34d20206564f32323031d80202e2020708de0f10041801ea020708e90f1007181ff2020508eb0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x5da212eb709c86f5b70c2f36ebd9bece', '\xb1178c2ec7da0839e3a89b1803fcfca489fcb8599803e4f0327402b1c0f7e999', 'VO2201', 12, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3066313238623266643664326464343863326365386332363762316232326364120431363830320e53494d2d323032342d303030313540044a0708e80f10091804520708e80f1009181a5816680070017a06323550573532c2020b0899cd9fd80610c4aea334ca0206564f32323031d20206564f32323031d80202e2020708e00f100b1801ea020708ec0f1007181ff2020508ed0f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x71b50d46025580e4a2840579bf1ffbaa', '\xce3196b8381efd91ff8686c1a19174584233c7c6dc0001bcf0a94e2b545a94b1', 'VO2201', 22, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3131383233313163383065373236666330623964303339636132626338383362120431363830320e53494d2d323032342d303030353440044a0708e80f10091811520708e80f100a18095810680070017a06323550573532c2020b0899cd9fd806108898e334ca0206564f32323031d20206564f32323031d80202e2020708de0f10091801ea020708ea0f1007181ff2020508eb0f1008');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x7b2112cf7cb0899fac5a42f3182eb59d', '\x011137a074a2204250713500b5d6b599edc2e40f4d89559e27969bf4a48a17c4', 'VO2201', 20, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6630326137636531386361646563636331353932393532376635303264626139120431363830320e53494d2d323032342d303030353140044a0708e80f10091810520708e80f100a180b5810680070007a0632304c4f3034c2020b0899cd9fd80610a8c6de34ca0206564f32323031d20206564f32323031d80202e2020708de0f10071801ea020708e90f1007181ff2020508eb0f1006');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x878d1cda292d818799c5eecc801ab83a', '\x0a6a1a1508cda64a8f5fef6e58f01f89a0965fe084fe34f289b4e89234b3380d', 'VO2201', 18, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3236313765316237666661383339636163376237336131346562323736616136120431363830320e53494d2d323032342d303030343740064a0708e80f10091810520708e80f10091819c2020b0899cd9fd80610f0a4d934d20206564f32323031d80202e2020708df0f10041801ea020708ea0f1007181ff2020508ec0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\x8ba89994029286109b29b64a4d256c9e', '\x4969172a062375b9f64eb42ba2bf81f4efdc79f1512b75640a44a5ac8de5d8ab', 'VO2201', 24, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6261386463643836636236306437343762633238663134373939623636633830120431363830320e53494d2d323032342d303030363140054a0708e80f10091812520708e80f100b180d58cd01680170017a06303245423030c2020b0899cd9fd806109c96e734ca0206564f32323031d20206564f32323031d80202e2020708df0f10031801ea020708ea0f1007181ff2020508ec0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\xc17a20e437e487b883ab26b9e73de093', '\x458c12eb458327d7e5038d1a168d1959379c1ef2222a2ea74f63860981bcef68', 'VO2201', 19, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3932303763633938383832356362616432613031326361306330313134336333120431363830320e53494d2d323032342d303030343940044a0708e80f10091810520708e80f100a180b581e680070017a06303245423037c2020b0899cd9fd80610bcc0db34ca0206564f32323031d20206564f32323031d80202e2020708df0f10081801ea020708ea0f1007181ff2020508ec0f1007');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\xc2d25f699b3a8cbca8ecab5964385bdd', '\xf4b4a5d4eddabde49ed8c944dc83a8466fdf99c41f9db48b0df41287919e7a9b', 'VO2201', 15, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6335353139613436353366356263333664643030656664653936306563643938120431363830320e53494d2d323032342d303030333040064a0708e80f10091809520708e80f1009181bc2020b0899cd9fd80610ccf3cb34d20206564f32323031d80202e2020708dd0f100c1801ea020708e90f1007181ff2020508ea0f100b');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\xc650fcd9eb088b1a9b8cc0fe45466000', '\x924d629e64e95ddd890f2313fed8368eec9b902e712c39135fcb818b4e984b98', 'VO2201', 21, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6461383436313433316465383366346563323837306330303237393032323263120431363830320e53494d2d323032342d303030353240044a0708e80f10091810520708e80f1009181a5819680070007a06303245423034c2020b0899cd9fd80610f0dae034ca0206564f32323031d20206564f32323031d80202e2020708e10f10051801ea020708ec0f1007181ff2020508ee0f1004');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\xdc8ba209f49186b789301632b55e8c1d', '\xb2631daf7f0b05975de9683de4f22b1ed9013815191d6b17b1fdfba78ea1d73a', 'VO2201', 17, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3662613133633733353530346233643436666266333466616230613062303732120431363830320e53494d2d323032342d303030333540054a0708e80f1009180a520708e80f100b180d58eb01680170017a06303245423034c2020b0899cd9fd8061090d3d434ca0206564f32323031d20206564f32323031d80202e2020708e00f10081801ea020708eb0f1007181ff2020508ed0f1007');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\xededb57828538248b9449cd5459efa1d', '\x03a880b6bd15c05961c4b43b6d03bb35dea517031981f8b52964aca86f3e07d3', 'VO2201', 23, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6537646333636334643337346535663735656534636431363864643165366235120431363830320e53494d2d323032342d303030353640044a0708e80f10091811520708e80f1009181a5812680070007a06323550573532c2020b0899cd9fd806109ccee534ca0206564f32323031d20206564f32323031d80202e2020708dd0f10081801ea020708e80f1007181ff2020508ea0f1007');
INSERT INTO signalering.request_keys VALUES ('00000099000101680000/municipality/leerplicht', '\xf358035cd79085f1af418182baa34308', '\x866236f93de38765cc2d60f3701ec77ec19c4ff71f0eb6282caf3c0feeff5b61', 'VO2201', 27, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6331613761313832643437376630653830373437636638646162633531653163120431363830320e53494d2d323032342d303030373740044a0708e80f10091818520708e80f100a18095818680070007a06303255563035c2020b0899cd9fd80610a880ed34ca0206564f32323031d20206564f32323031d80202e2020708dd0f10051801ea020708e80f1007181ff2020508ea0f1004');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\x05d6495874c48214a7461ad45a6df7c5', '\x3ef65c5052aeb9fae2149472468bda17a3ed1faabb372c05367a028764609930', 'VO2201', 3, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6337633731313965386533353937333361396263323466393133663931313166120431373330320e53494d2d323032342d303030323340044a0708e80f10091804520708e80f1009180d5811680070017a0632304c4f3034c2020b0899cd9fd80610a0bfeb3aca0206564f32323031d20206564f32323031d80202e2020708dc0f10021801ea020708e70f1007181ff2020508e90f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\x5ca46b8a8aa98890b98a40b5c0070259', '\x3cb304f96c63234d55c37492004fd93c274de9a0f7475acc5868b4f75336f12d', 'VO2201', 6, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3030303463366561343436303130343639333565663563363430613365633361120431373330320e53494d2d323032342d303030333740044a0708e80f1009180a520708e80f100918125818680070017a0632304c4f3038c2020b0899cd9fd80610e8c1f33aca0206564f32323031d20206564f32323031d80202e2020708dc0f10061801ea020708e70f1007181ff2020508e90f1005');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\x77a5a792d78981c3a714bfc9c3d11449', '\x7dcfca8a1da651087706770383232f5938043f584b4f87f8f438b4f82ead36a4', 'VO2201', 7, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6135363437616138613464373335623161363766303536346238366463373363120431373330320e53494d2d323032342d303030343640064a0708e80f1009180b520708e80f100a1818c2020b0899cd9fd8061088f1f63ad20206564f32323031d80202e2020708dd0f10081801ea020708e80f1007181ff2020508ea0f1007');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\x8b3b8c78432a829ca6d88cc658fcc0bb', '\x1d04c2565ab68469a7adc85b2d5e79132c5af1725580b8bb0fb85aef904cc86d', 'VO2201', 2, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3930396662346465326238616261656436353433373431653632346530663930120431373330320e53494d2d323032342d303030323240044a0708e80f10091804520708e80f100918195816680070007a06303245423030c2020b0899cd9fd80610c0cee83aca0206564f32323031d20206564f32323031d80202e2020708de0f100b1801ea020708ea0f1007181ff2020508eb0f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\x92fdb45e60118d96aae4ade40366129f', '\xa24177c2746c8b2914658af61c581e875959fbb32857680147ec12da0212c626', 'VO2201', 9, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3261333262386437376433383662383761336237366138323935623730393661120431373330320e53494d2d323032342d303030373440044a0708e80f10091817520708e80f100a18105812680070007a0632304c4f3033c2020b0899cd9fd8061094c8fa3aca0206564f32323031d20206564f32323031d80202e2020708de0f10021801ea020708e90f1007181ff2020508eb0f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\x947b00e405b78f9092a9a5027196b9c6', '\xc15267f2dfea6f3c6ce28bb8c841b83a160885922e4c44150ff9ad9cc7d6d6f0', 'VO2201', 4, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6634643464323964363164333763316432336632333034343465626634633536120431373330320e53494d2d323032342d303030323440044a0708e80f10091809520708e80f100918125814680070017a0632304c4f3038c2020b0899cd9fd80610c087ef3aca0206564f32323031d20206564f32323031d80202e2020708dd0f100c1801ea020708e90f1007181ff2020508ea0f100b');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\xf3bdf4052d0f838ba7781f7dc370a87c', '\x948eb0926ad7422711e1099e75678e8ddd8633d1585e921852ac3ec102f287da', 'VO2201', 8, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6563613762323764643937646239383933316439386332613033613034303462120431373330320e53494d2d323032342d303030373040044a0708e80f10091817520708e80f100a18045818680070017a06323550573531c2020b0899cd9fd80610d0baf83aca0206564f32323031d20206564f32323031d80202e2020708e10f10091801ea020708ed0f1007181ff2020508ee0f1008');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\xf4e12c254dad8549bc48386d9bd30b39', '\x22b3de6486fabaad6a2db769aac15295526fae4650ba1403ebb7924517d905b8', 'VO2201', 1, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3339616362323238383332666131333862633761386562313130633266303962120431373330320e53494d2d323032342d303030313440044a0708e80f10091804520708e80f1009180c5811680070017a0632304c4f3033c2020b0899cd9fd80610b4c3c92dca0206564f32323031d20206564f32323031d80202e2020708e10f10061801ea020708ec0f1007181ff2020508ee0f1005');
INSERT INTO signalering.request_keys VALUES ('00000099000101730000/municipality/leerplicht', '\xf8046a14980b84adbf2ba90e48ab5cf5', '\x7e9df5d7f004012c90227b5b298e52dae0dd2ce4504d83cdfaf9f39b0dcab8cd', 'VO2201', 5, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3766646236313666393234353764333561323462333861636437326264313463120431373330320e53494d2d323032342d303030323740054a0708e80f10091809520708e80f100b180d58f001680170017a06323550573531c2020b0899cd9fd80610989ff13aca0206564f32323031d20206564f32323031d80202e2020708e00f100c1801ea020708ec0f1007181ff2020508ed0f100b');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x04e43963cbed8ca8a0c4d10a66b5295e', '\x72d7cfe15fd83b2ca142eead77003636776a854e4a73963c33e42986b3526581', 'VO2201', 65, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6462616338336464646465303061323135653839333939343866323533666334120431373331320e53494d2d323032342d303030333940044a0708e80f1009180b520708e80f100a18025811680070007a06323550573532c2020b0899cd9fd8061098a28b4bca0206564f32323031d20206564f32323031d80202e2020708e00f100b1801ea020708ec0f1007181ff2020508ed0f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x109321e4a802822cb6ed862af188929b', '\xd0e5016044af2d127e4756aa558c11a3fd2124ee83054219ef8272ba3b01d900', 'VO2201', 63, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3731316666343866613766396265636134383234393065363235646535613161120431373331320e53494d2d323032342d303030323840044a0708e80f10091809520708e80f1009181a5817680070017a0632304c4f3034c2020b0899cd9fd80610ccf0874bca0206564f32323031d20206564f32323031d80202e2020708e10f10031801ea020708ec0f1007181ff2020508ee0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x1533ed0aabf2828dbfbbff7f66953897', '\x8ac215efac57a0679969fcf36bde2567deb53c5342b8496354fec8e3b62fd763', 'VO2201', 67, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3931303366363864303436396565333830613838313333383836623934633163120431373331320e53494d2d323032342d303030343340054a0708e80f1009180b520708e80f100b180d58e601680170017a0632304c4f3038c2020b0899cd9fd80610e4ba8e4bca0206564f32323031d20206564f32323031d80202e2020708db0f100c1801ea020708e70f1007181ff2020508e80f100b');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x1b7bc24eacaa8324ad942c5b12d8e553', '\x4ba5ec7d4c32d928d6c6562f818079cfe1dedfb45bf3baa2707886eb3cc71d7f', 'VO2201', 76, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3762356430336266353935613038376538396636633638613562326466656133120431373331320e53494d2d323032342d303030363740064a0708e80f10091817520708e80f100a1803c2020b0899cd9fd80610d8949c4bd20206564f32323031d80202e2020708de0f10051801ea020708e90f1007181ff2020508eb0f1004');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x20e27672789e8c749d182c6730ff05da', '\xbc9eebd9b77525ce15d934a27650f2ceaff41aa5d3a0a481d9c6ca818422ccd7', 'VO2201', 78, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3861336634613439366565623632656366373234643235343663373431356139120431373331320e53494d2d323032342d303030373640054a0708e80f10091818520708e80f100b180d58b901680170017a06303245423034c2020b0899cd9fd80610e88e9f4bca0206564f32323031d20206564f32323031d80202e2020708e00f10041801ea020708eb0f1007181ff2020508ed0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x24d321592bcc81b0bc229570bad72c7a', '\x9c42061505be1720e0a7df0969c9c6dca1bc03c293d76dfef36582b136628292', 'VO2201', 68, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3631303863366366326264313731383936383439383166613463313566646565120431373331320e53494d2d323032342d303030343840044a0708e80f10091810520708e80f100a18095810680070017a06323550573532c2020b0899cd9fd80610c0f58f4bca0206564f32323031d20206564f32323031d80202e2020708dc0f10061801ea020708e70f1007181ff2020508e90f1005');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x2c79751eed7888ffb9196d7e301ee6b1', '\xbfee006666db1d7ace1b099767251436a8d974d0a337e518521be552644e4cef', 'VO2201', 64, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3365616230613961636563656633313862643364626261393062326263343763120431373331320e53494d2d323032342d303030333240044a0708e80f10091809520708e80f100918125810680070007a0632304c4f3038c2020b0899cd9fd8061098c1894bca0206564f32323031d20206564f32323031d80202e2020708dd0f100b1801ea020708e90f1007181ff2020508ea0f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x3e4225ee60338c9c9604255fdaff3694', '\xcd0ba7c4401fc9dffcdff740a651f9786ee282a966cc947456a8db9bad0b10ea', 'VO2201', 57, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6562626632343631343565333334613761353931623235393536316362316331120431373331320e53494d2d323032342d303030303640064a0708e80f10091802520708e80f100a1811c2020b0899cd9fd806109cc4803bd20206564f32323031d80202e2020708dd0f100a1801ea020708e90f1007181ff2020508ea0f1009');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x4695a48c78c4897e805b56f3957f7e71', '\x0a1336f2e02daa1488a34d7d82be778acef9c48b7e3c351425a338cf930025cf', 'VO2201', 80, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6631616337393562636338366565653864663539343337626439343361643839120431373331320e53494d2d323032342d303030373940044a0708e80f10091818520708e80f100a18095813680070007a06323550573532c2020b0899cd9fd80610f093a24bca0206564f32323031d20206564f32323031d80202e2020708dc0f10011801ea020708e70f1007181ff2020508e80f100c');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x48a30c4aa602852b8ab44c0840c7e0fd', '\x6dd1679026ffdd94e00ae4c7649ab7e3e29bd74cfcf39735af8f0a5e6453c88c', 'VO2201', 71, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6464653937613266393563643933626135303233313836306561363430653463120431373331320e53494d2d323032342d303030353840044a0708e80f10091812520708e80f100a18035819680070007a0632304c4f3034c2020b0899cd9fd80610d4be944bca0206564f32323031d20206564f32323031d80202e2020708dc0f10021801ea020708e70f1007181ff2020508e90f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x57819c5c340981c6a09e68e06342b281', '\xc99bcdd40d0bf011b4feba3f31d69a483a7df31228c85030074e2a549fb135f1', 'VO2201', 61, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3639643861626464336264653062626130366234373831376431333764666137120431373331320e53494d2d323032342d303030313940044a0708e80f10091804520708e80f10091812581b680070017a0632304c4f3034c2020b0899cd9fd80610e4b5ff4aca0206564f32323031d20206564f32323031d80202e2020708dc0f100a1801ea020708e80f1007181ff2020508e90f1009');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x5cfce0cf2f8182ddab09aa028cc3cd1e', '\x8a8d92f5e01f8ff0c802edb4bf87fe581d5314199b557ca05d13963d0867cf72', 'VO2201', 70, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3635316133363630623233363961393232623935363038663762353234616663120431373331320e53494d2d323032342d303030353340044a0708e80f10091811520708e80f100a180b5812680070007a0632304c4f3033c2020b0899cd9fd80610cc81934bca0206564f32323031d20206564f32323031d80202e2020708dd0f10031801ea020708e80f1007181ff2020508ea0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x666a3825b1b38bad99e7f2217eb11e80', '\x4b6be8cebb2a6e21eb48d028b5372104936bc86b47f85feee7342fcc64974f93', 'VO2201', 60, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3661393661626165393737333738646533316436306135383661336538353665120431373331320e53494d2d323032342d303030313740044a0708e80f10091804520708e80f100918145816680070017a06303245423034c2020b0899cd9fd80610b4ee8b48ca0206564f32323031d20206564f32323031d80202e2020708dc0f100b1801ea020708e80f1007181ff2020508e90f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x69a5542c3efa8c5aaf76b665b5dff578', '\x8c5d05eac78979b4efaf1d3c577c625fb55edf98030e60c9659ec047714d02c4', 'VO2201', 58, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3964663662643538323939653838333364623731323835303461383161343661120431373331320e53494d2d323032342d303030303840054a0708e80f10091802520708e80f100a181858c301680170017a0632304c4f3030c2020b0899cd9fd80610c08b8148ca0206564f32323031d20206564f32323031d80202e2020708dd0f10071801ea020708e80f1007181ff2020508ea0f1006');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x712e4c4348d78b5e828fc21f6c573748', '\x848ad37ac0a4868bcbdc054c9cca3117e4299af84b0a18871fdb641bf1a29e9c', 'VO2201', 56, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3437383536643065393337396262313864633833613262346264356430373536120431373331320e53494d2d323032342d303030303340044a0708e80f10091802520708e80f1009181b581a680070007a0632304c4f3034c2020b0899cd9fd80610cc88fe3aca0206564f32323031d20206564f32323031d80202e2020708e10f10031801ea020708ec0f1007181ff2020508ee0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x76d896e1c70c8531ac50e16d5c8c75ee', '\x6260e7471f39dfc4b3ca793414780a2847db2c300fd22e37b3168587782e382a', 'VO2201', 69, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3836306563336364333139663563613432366166336564303434643036356137120431373331320e53494d2d323032342d303030353040044a0708e80f10091810520708e80f100a18095816680070017a0632304c4f3034c2020b0899cd9fd80610d8b5914bca0206564f32323031d20206564f32323031d80202e2020708dc0f10061801ea020708e70f1007181ff2020508e90f1005');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x7b8c3f96b5c981aea8d3296e2952282d', '\xbaf54f3df8fb585ddaf5830c98bd06eeb1af0cf98fd0d4c324cb33475e6f9a56', 'VO2201', 66, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6439643237393235373739343063376535386663326638373237656466323863120431373331320e53494d2d323032342d303030343140044a0708e80f1009180b520708e80f100918195819680070017a06323550573531c2020b0899cd9fd8061088e78c4bca0206564f32323031d20206564f32323031d80202e2020708dd0f10021801ea020708e80f1007181ff2020508ea0f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x7c7edb18d0168fe4a1ee01e4042da986', '\x634a29025eaa529ef254756a9aee3154104c17fc1077e8f17ff2d03d6622007a', 'VO2201', 79, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6434383962353130366536356534623362643835366234646430326534316435120431373331320e53494d2d323032342d303030373840044a0708e80f10091818520708e80f100a180a5814680070007a0632304c4f3030c2020b0899cd9fd80610dcdaa04bca0206564f32323031d20206564f32323031d80202e2020708dd0f10071801ea020708e80f1007181ff2020508ea0f1006');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\x9503d9526d00895bac5800c6cca2a548', '\x6ea4fde231b3697a4e68ad9e8606290b8194cb2b2c8a71aa8efda90f57a9753f', 'VO2201', 77, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3661643135386162393630396430633533316262363232306666323335646262120431373331320e53494d2d323032342d303030373340044a0708e80f10091817520708e80f100a18045810680070017a0632304c4f3032c2020b0899cd9fd80610d4d59d4bca0206564f32323031d20206564f32323031d80202e2020708e10f10031801ea020708ec0f1007181ff2020508ee0f1002');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\xb5a1f8f3c1a082e2b32c02e75868a2af', '\x6d2bab7e61ca99acd1e7690a46bce7da0cbf5ea58153185fdb8c920a7a7ff690', 'VO2201', 72, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3766613733356135343038363734396635636430376435623964313339633233120431373331320e53494d2d323032342d303030363040044a0708e80f10091812520708e80f100a18095811680070007a06303245423034c2020b0899cd9fd80610a08f964bca0206564f32323031d20206564f32323031d80202e2020708dd0f10021801ea020708e80f1007181ff2020508ea0f1001');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\xbb32c6fa11be8bd8847b351b001c1a3f', '\x71b416608f3f80fe809d9cf0436753c0824b0088f62c391376c77618814a3dbf', 'VO2201', 75, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3837363565653434663561653735383866393166633638656132366233323433120431373331320e53494d2d323032342d303030363540044a0708e80f10091812520708e80f100918195816680070017a06303255563035c2020b0899cd9fd8061090cb9a4bca0206564f32323031d20206564f32323031d80202e2020708e00f10041801ea020708eb0f1007181ff2020508ed0f1003');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\xd79539551c69854d836404c47bf88b2b', '\x06ca87b8e810ab0674ad2b79a5da3c081f416175dc69be15cf97480670cc9378', 'VO2201', 55, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6332616266666436393336386266373166393839383732356234343563396263120431373331320e53494d2d323032342d303030303140044a0708e80f10091802520708e80f100918195819680070007a0632304c4f3030c2020b0899cd9fd80610b481c62dca0206564f32323031d20206564f32323031d80202e2020708e00f100b1801ea020708ec0f1007181ff2020508ed0f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\xd9469cf15ee98f1598b0781b01decd88', '\x987158696f29365fa2ab5ee22b355924784efe90f0d75f08bbe94eec42f2ba9f', 'VO2201', 62, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3264346632393435366262356636313864396339656362313261333963636261120431373331320e53494d2d323032342d303030323640044a0708e80f10091809520708e80f1009181b5818680070007a06323550573532c2020b0899cd9fd8061080d5854bca0206564f32323031d20206564f32323031d80202e2020708dd0f10071801ea020708e80f1007181ff2020508ea0f1006');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\xdb3631fd8f148010befa6e20d50a50cb', '\x68dbdd040ba5102dcb8715f17aa11f8c3ce3e7a590d2826651bda6d873f766e8', 'VO2201', 74, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3530346566353335356238613439396130386137613265353264666263333438120431373331320e53494d2d323032342d303030363340044a0708e80f10091812520708e80f1009181b581c680070017a0632304c4f3030c2020b0899cd9fd80610a894994bca0206564f32323031d20206564f32323031d80202e2020708db0f100b1801ea020708e70f1007181ff2020508e80f100a');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\xe24ba4fc6d6c86878b24f03295415eeb', '\x2f9f5bc12b7ccf27d234396858f98b864b9f57275f761e4131a413a51621c28c', 'VO2201', 59, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f3031336337633934363734346662623536646166373037623364636363363864120431373331320e53494d2d323032342d303030313640044a0708e80f10091804520708e80f100918145811680070007a0632304c4f3034c2020b0899cd9fd80610a8c98848ca0206564f32323031d20206564f32323031d80202e2020708e00f10081801ea020708eb0f1007181ff2020508ed0f1007');
INSERT INTO signalering.request_keys VALUES ('00000099000101731000/municipality/leerplicht', '\xe80b1543c406877c901d2870cb999a7b', '\x9a85382db1bec3b41531f38aa3c45aca99ac100c2261ec0decd7046b43ae06f8', 'VO2201', 73, 1795679897226, '\x0a37726567696f6e732f564f323230312f7369676e616c732f6538343530376238656533326661366331343738613737306538346238383536120431373331320e53494d2d323032342d303030363240044a0708e80f10091812520708e80f10091819581d680070007a0632304c4f3033c2020b0899cd9fd80610b4c8974bca0206564f32323031d20206564f32323031d80202e2020708e00f10061801ea020708eb0f1007181ff2020508ed0f1005');


--
-- Data for Name: schema_history; Type: TABLE DATA; Schema: signalering; Owner: -
--

INSERT INTO signalering.schema_history VALUES ('Regional.EventLog', 1, 'event_log', 'ff54ea74d35724e9938e48a878538e52a7f7c3f84f817bc343b9f77898f72a6d');
INSERT INTO signalering.schema_history VALUES ('Regional.EventLog', 2, 'cursors', '251062ec037c54cbd2fae2fe92a2478d5d29dcac32fb60915f9aad2f3c288019');
INSERT INTO signalering.schema_history VALUES ('Regional.Signalering', 1, 'signals', '58cb0f2b36b4a0e404712f4703e6335d84736c3a9317b0120208782d66db888c');


--
-- Data for Name: signals; Type: TABLE DATA; Schema: signalering; Owner: -
--

INSERT INTO signalering.signals VALUES ('\x39acb228832fa138bc7a8eb110c2f09b', 'VO2201', 1, '1730', '\x20bc2efd4b2179a57591ac6d9f042f11', 'SIM-2024-00014', NULL, 4, '2024-09-04', '2024-09-12', 17, false, true, '20LO03', 0, 'VO2201', 'VO2201', 2, '2017-06-01', '2028-07-31', '2030-05', '', 1795679897095);
INSERT INTO signalering.signals VALUES ('\x909fb4de2b8abaed6543741e624e0f90', 'VO2201', 2, '1730', '\xe62ddb1c76b5016dc7a53d9dc49617fa', 'SIM-2024-00022', NULL, 4, '2024-09-04', '2024-09-25', 22, false, false, '02EB00', 0, 'VO2201', 'VO2201', 2, '2014-11-01', '2026-07-31', '2027-10', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\xc7c7119e8e359733a9bc24f913f9111f', 'VO2201', 3, '1730', '\x8ac93ad802399ded60c7068666da22f6', 'SIM-2024-00023', NULL, 4, '2024-09-04', '2024-09-13', 17, false, true, '20LO04', 0, 'VO2201', 'VO2201', 2, '2012-02-01', '2023-07-31', '2025-01', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\xf4d4d29d61d37c1d23f230444ebf4c56', 'VO2201', 4, '1730', '\xeff5aa543bc98c1f13c766ab836edc37', 'SIM-2024-00024', NULL, 4, '2024-09-09', '2024-09-18', 20, false, true, '20LO08', 0, 'VO2201', 'VO2201', 2, '2013-12-01', '2025-07-31', '2026-11', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\x7fdb616f92457d35a24b38acd72bd14c', 'VO2201', 5, '1730', '\x6123d0d834c1c9ae858b1903a821758b', 'SIM-2024-00027', NULL, 5, '2024-09-09', '2024-11-13', 240, true, true, '25PW51', 0, 'VO2201', 'VO2201', 2, '2016-12-01', '2028-07-31', '2029-11', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\x0004c6ea44601046935ef5c640a3ec3a', 'VO2201', 6, '1730', '\xf9646e1b84d67c1400c68e9c96c902e5', 'SIM-2024-00037', NULL, 4, '2024-09-10', '2024-09-18', 24, false, true, '20LO08', 0, 'VO2201', 'VO2201', 2, '2012-06-01', '2023-07-31', '2025-05', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\xa5647aa8a4d735b1a67f0564b86dc73c', 'VO2201', 7, '1730', '\x5481ed9b8f51e658822fcc282459965b', 'SIM-2024-00046', NULL, 6, '2024-09-11', '2024-10-24', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2013-08-01', '2024-07-31', '2026-07', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\xeca7b27dd97db98931d98c2a03a0404b', 'VO2201', 8, '1730', '\x7ab10d21365369715732c7b2467015ac', 'SIM-2024-00070', NULL, 4, '2024-09-23', '2024-10-04', 24, false, true, '25PW51', 0, 'VO2201', 'VO2201', 2, '2017-09-01', '2029-07-31', '2030-08', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\x2a32b8d77d386b87a3b76a8295b7096a', 'VO2201', 9, '1730', '\xbc3906fde582b7739cd96ec3d45fbf49', 'SIM-2024-00074', NULL, 4, '2024-09-23', '2024-10-16', 18, false, false, '20LO03', 0, 'VO2201', 'VO2201', 2, '2014-02-01', '2025-07-31', '2027-01', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\xe3d69ceb007046727d0cecb6b51cd931', 'VO2201', 10, '1680', '\xbeb31f3bd4486dc05f4028d521348ac3', 'SIM-2024-00004', NULL, 4, '2024-09-02', '2024-09-11', 23, false, true, '02EB07', 0, 'VO2201', 'VO2201', 2, '2015-01-01', '2026-07-31', '2027-12', '', 1795679897102);
INSERT INTO signalering.signals VALUES ('\xe9bac44cd5f1fce36c0e9681973c11c9', 'VO2201', 11, '1680', '\x3b115e0672d695c083bef102a79d4b4c', 'SIM-2024-00010', NULL, 4, '2024-09-03', '2024-09-19', 24, false, false, '20BG00', 0, 'VO2201', 'VO2201', 2, '2015-03-01', '2026-07-31', '2028-02', '', 1795679897109);
INSERT INTO signalering.signals VALUES ('\x0f128b2fd6d2dd48c2ce8c267b1b22cd', 'VO2201', 12, '1680', '\x5f24790494ae5885cacd6650998fc99d', 'SIM-2024-00015', NULL, 4, '2024-09-04', '2024-09-26', 22, false, true, '25PW52', 0, 'VO2201', 'VO2201', 2, '2016-11-01', '2028-07-31', '2029-10', '', 1795679897109);
INSERT INTO signalering.signals VALUES ('\xf3212f073d8f7d330c7bcd4931efb3dc', 'VO2201', 13, '1680', '\xab28c6261e5845372ea0211698148f82', 'SIM-2024-00021', NULL, 4, '2024-09-04', '2024-09-25', 17, false, false, '20LO08', 0, 'VO2201', 'VO2201', 2, '2015-10-01', '2027-07-31', '2028-09', '', 1795679897109);
INSERT INTO signalering.signals VALUES ('\xa0ac3b598f79152bb7da1c879d9b8e7c', 'VO2201', 14, '1680', '\xdc7e21d246043bfe797c85df567e08c9', 'SIM-2024-00029', NULL, 4, '2024-09-09', '2024-09-27', 24, false, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2012-01-01', '2023-07-31', '2024-12', '', 1795679897109);
INSERT INTO signalering.signals VALUES ('\xc5519a4653f5bc36dd00efde960ecd98', 'VO2201', 15, '1680', '\xdbae8b7e62e99d02eceaa7cc51cb3e53', 'SIM-2024-00030', NULL, 6, '2024-09-09', '2024-09-27', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2013-12-01', '2025-07-31', '2026-11', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\xfd29d11a94ae2eecd86592273a495821', 'VO2201', 16, '1680', '\x9952facc2ddf619d25886f4c9ee8e0ae', 'SIM-2024-00034', NULL, 4, '2024-09-10', '2024-10-03', 30, false, true, '02UV05', 0, 'VO2201', 'VO2201', 2, '2017-07-01', '2028-07-31', '2030-06', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\x6ba13c735504b3d46fbf34fab0a0b072', 'VO2201', 17, '1680', '\x106555c502739f902ef377aacf6f0a9b', 'SIM-2024-00035', NULL, 5, '2024-09-10', '2024-11-13', 235, true, true, '02EB04', 0, 'VO2201', 'VO2201', 2, '2016-08-01', '2027-07-31', '2029-07', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\x2617e1b7ffa839cac7b73a14eb276aa6', 'VO2201', 18, '1680', '\x1f19accd5bb3a3fb0194508b953f8dc8', 'SIM-2024-00047', NULL, 6, '2024-09-16', '2024-09-25', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2015-04-01', '2026-07-31', '2028-03', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\x9207cc988825cbad2a012ca0c01143c3', 'VO2201', 19, '1680', '\xc88dca1821799a07c5decd04d172c59b', 'SIM-2024-00049', NULL, 4, '2024-09-16', '2024-10-11', 30, false, true, '02EB07', 0, 'VO2201', 'VO2201', 2, '2015-08-01', '2026-07-31', '2028-07', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\xf02a7ce18cadeccc15929527f502dba9', 'VO2201', 20, '1680', '\x520f8976a13b8f1064380f9657da75fc', 'SIM-2024-00051', NULL, 4, '2024-09-16', '2024-10-11', 16, false, false, '20LO04', 0, 'VO2201', 'VO2201', 2, '2014-07-01', '2025-07-31', '2027-06', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\xda8461431de83f4ec2870c002790222c', 'VO2201', 21, '1680', '\xc69086da15a2e3ea44643fa336e45bdc', 'SIM-2024-00052', NULL, 4, '2024-09-16', '2024-09-26', 25, false, false, '02EB04', 0, 'VO2201', 'VO2201', 2, '2017-05-01', '2028-07-31', '2030-04', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\x1182311c80e726fc0b9d039ca2bc883b', 'VO2201', 22, '1680', '\x9bda74a1a7fceb06dc85dc4976ec36d5', 'SIM-2024-00054', NULL, 4, '2024-09-17', '2024-10-09', 16, false, true, '25PW52', 0, 'VO2201', 'VO2201', 2, '2014-09-01', '2026-07-31', '2027-08', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\xe7dc3cc4d374e5f75ee4cd168dd1e6b5', 'VO2201', 23, '1680', '\xb11855a47635aa2f917f68f651758d37', 'SIM-2024-00056', NULL, 4, '2024-09-17', '2024-09-26', 18, false, false, '25PW52', 0, 'VO2201', 'VO2201', 2, '2013-08-01', '2024-07-31', '2026-07', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\xba8dcd86cb60d747bc28f14799b66c80', 'VO2201', 24, '1680', '\x38adc366ab32eaa0b47dae4145c18b06', 'SIM-2024-00061', NULL, 5, '2024-09-18', '2024-11-13', 205, true, true, '02EB00', 0, 'VO2201', 'VO2201', 2, '2015-03-01', '2026-07-31', '2028-02', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\x3cfcbecfb5b760186917d3d607324fdd', 'VO2201', 25, '1680', '\x10687fbda686d928dceeca2f21ea9b39', 'SIM-2024-00072', NULL, 4, '2024-09-23', '2024-10-11', 20, false, false, '02EB00', 0, 'VO2201', 'VO2201', 2, '2014-01-01', '2025-07-31', '2026-12', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\x5ad79360b4314337b046c8eac2e04626', 'VO2201', 26, '1680', '\x63bd661700f69f031f97e99b52d72f6b', 'SIM-2024-00075', NULL, 6, '2024-09-24', '2024-10-18', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2014-04-01', '2025-07-31', '2027-03', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\xc1a7a182d477f0e80747cf8dabc51e1c', 'VO2201', 27, '1680', '\x4d3bba0ecf59375e639611c6531f7d6c', 'SIM-2024-00077', NULL, 4, '2024-09-24', '2024-10-09', 24, false, false, '02UV05', 0, 'VO2201', 'VO2201', 2, '2013-05-01', '2024-07-31', '2026-04', '', 1795679897110);
INSERT INTO signalering.signals VALUES ('\xc14e6ea0ff85c9459b56b9ed57ad5fa5', 'VO2201', 28, '0106', '\x5f8e6c40ddeaad37411171252d2522eb', 'SIM-2024-00002', NULL, 4, '2024-09-02', '2024-09-26', 20, false, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2013-11-01', '2025-07-31', '2026-10', '', 1795679897094);
INSERT INTO signalering.signals VALUES ('\x647b8be7cae279cb6e71ca4f34d41623', 'VO2201', 29, '0106', '\x5fa707f569027cba77a74df9e1fa84a8', 'SIM-2024-00005', NULL, 4, '2024-09-02', '2024-09-19', 16, false, false, '20LO08', 0, 'VO2201', 'VO2201', 2, '2014-02-01', '2025-07-31', '2027-01', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x394b42613abacf2269cbda2c3f271ee8', 'VO2201', 30, '0106', '\x98c31cdfbf3884671262977a548b6ffe', 'SIM-2024-00007', NULL, 4, '2024-09-02', '2024-09-18', 20, false, false, '02EB04', 0, 'VO2201', 'VO2201', 2, '2012-02-01', '2023-07-31', '2025-01', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x298315851de2867ff43390bd2f069b25', 'VO2201', 31, '0106', '\x3645a8f3419da87e879bb8e656d442b7', 'SIM-2024-00009', NULL, 5, '2024-09-03', '2024-10-30', 210, true, true, '20LO04', 0, 'VO2201', 'VO2201', 2, '2013-04-01', '2024-07-31', '2026-03', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\xef88820e7396f582c2c55f75c5002b62', 'VO2201', 32, '0106', '\x76959ed82bbc1e6c26e9b57c7e765669', 'SIM-2024-00011', NULL, 5, '2024-09-03', '2024-10-30', 210, true, true, '20LO04', 0, 'VO2201', 'VO2201', 2, '2013-07-01', '2024-07-31', '2026-06', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\xd120eb922b84c186f13327e0ef6ee405', 'VO2201', 33, '0106', '\x7607b9f7a7e690ce023818b5bcd59e28', 'SIM-2024-00012', NULL, 4, '2024-09-03', '2024-09-26', 17, false, false, '20LO03', 0, 'VO2201', 'VO2201', 2, '2015-02-01', '2026-07-31', '2028-01', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x04e861cbda7322188530d2a116e6365d', 'VO2201', 34, '0106', '\xa65205597a6b1ecc99028a5b8d654d0d', 'SIM-2024-00013', NULL, 5, '2024-09-03', '2024-10-24', 190, true, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2016-02-01', '2027-07-31', '2029-01', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\xcb48280cba22b7e4f089cab34fa722c7', 'VO2201', 35, '0106', '\x756aec8e3a66f2128805875368706326', 'SIM-2024-00018', NULL, 6, '2024-09-04', '2024-11-14', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2013-04-01', '2024-07-31', '2026-03', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\xcbc5ca6339f5f5aa31f2fb101f8e99e0', 'VO2201', 36, '0106', '\xbd2568174813fcbf74ac14018cc67bb8', 'SIM-2024-00020', NULL, 6, '2024-09-04', '2024-09-20', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2015-06-01', '2026-07-31', '2028-05', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x97bfcf28f89ab457504bd95ee1f73c34', 'VO2201', 37, '0106', '\x59fa8886b21fd20dfdbfebf32592ccc3', 'SIM-2024-00025', NULL, 4, '2024-09-09', '2024-10-02', 19, false, true, '25PW52', 0, 'VO2201', 'VO2201', 2, '2012-07-01', '2023-07-31', '2025-06', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x7a9140d630b6c08cbcc2f6e947e450d8', 'VO2201', 38, '0106', '\x2386a60af3035d87d22c4bbeea8771db', 'SIM-2024-00031', NULL, 4, '2024-09-09', '2024-10-04', 19, false, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2016-08-01', '2027-07-31', '2029-07', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x812cdc719e98ab70d3f51f5db838ea35', 'VO2201', 39, '0106', '\x62b7f56efe0d8ebebdb36a256990713c', 'SIM-2024-00033', NULL, 4, '2024-09-10', '2024-09-27', 17, false, false, '20LO03', 0, 'VO2201', 'VO2201', 2, '2012-05-01', '2023-07-31', '2025-04', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x593262a1666355d5d82f139733a3e213', 'VO2201', 40, '0106', '\x5cd58ee1d1a4f53f6511d734bf613c6a', 'SIM-2024-00036', NULL, 4, '2024-09-10', '2024-09-18', 24, false, false, '20LO00', 0, 'VO2201', 'VO2201', 2, '2015-04-01', '2026-07-31', '2028-03', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x7b787c4531442cc49c7cd0489a9b3f9f', 'VO2201', 41, '0106', '\x18233cc8262993a9d2c86eea14cc7981', 'SIM-2024-00038', NULL, 4, '2024-09-11', '2024-09-25', 25, false, false, '20BG00', 0, 'PO2201 VO2201', 'PO2201 VO2201', 0, '2016-02-01', '2027-07-31', '2029-01', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\xf09657c722a5e0faecadef9819033d8d', 'VO2201', 42, '0106', '\x103906d3f49ab98ea0331479b39ab57b', 'SIM-2024-00040', NULL, 4, '2024-09-11', '2024-10-04', 17, false, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2014-04-01', '2025-07-31', '2027-03', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x8fc6771d19bc531f764d666bebf21d93', 'VO2201', 43, '0106', '\x68619f93f3bf2020f6fd5b5cd87d32c5', 'SIM-2024-00042', NULL, 4, '2024-09-11', '2024-09-20', 17, false, true, '02EB07', 0, 'VO2201', 'VO2201', 2, '2011-11-01', '2023-07-31', '2024-10', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\xff6ce9da534b79c7a9c4ab1a0bfe7c6c', 'VO2201', 44, '0106', '\x3710b8d3513db1c9cb80d6bb4e27b505', 'SIM-2024-00044', NULL, 4, '2024-09-11', '2024-10-02', 18, false, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2011-12-01', '2023-07-31', '2024-11', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x8d596985d1b1a25f28229a18d01a2cc9', 'VO2201', 45, '0106', '\x4d030cd1dc500099a19cc34b3514af60', 'SIM-2024-00045', NULL, 4, '2024-09-11', '2024-10-03', 19, false, false, '02EB00', 0, 'VO2201', 'VO2201', 2, '2016-02-01', '2027-07-31', '2029-01', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x548e2de6af45d982b7e46158004ab035', 'VO2201', 46, '0106', '\x702cc63887932a774d9eac09bbecc36e', 'SIM-2024-00055', NULL, 4, '2024-09-17', '2024-09-25', 24, false, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2015-04-01', '2026-07-31', '2028-03', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\xfdb850fe96fc44f6ec20ae782cd408e3', 'VO2201', 47, '0106', '\x9b392e14f469a43e713a816b1f06751f', 'SIM-2024-00057', NULL, 6, '2024-09-17', '2024-12-04', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2013-12-01', '2025-07-31', '2026-11', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x03b49557ad62b55a490fb862bf7784fb', 'VO2201', 48, '0106', '\x42f63de7e6e83576d96557f9efe2004d', 'SIM-2024-00059', NULL, 4, '2024-09-18', '2024-10-02', 18, false, true, '25PW51', 0, 'VO2201', 'VO2201', 2, '2016-03-01', '2027-07-31', '2029-02', '', 1795679897119);
INSERT INTO signalering.signals VALUES ('\x890c1c5e56bb95983dc5da4cf5a79423', 'VO2201', 49, '0106', '\x26dc8e28ac8af6be2b6d6141b969db33', 'SIM-2024-00064', NULL, 4, '2024-09-18', '2024-10-09', 18, false, false, '20LO08', 0, 'VO2201', 'VO2201', 2, '2014-03-01', '2025-07-31', '2027-02', '', 1795679897120);
INSERT INTO signalering.signals VALUES ('\x3981740fc6b8975041482b175773cdfe', 'VO2201', 50, '0106', '\x54eee0f5c033d60657db6807f9d37259', 'SIM-2024-00066', NULL, 5, '2024-09-18', '2024-11-20', 230, true, true, '20LO04', 0, 'VO2201', 'VO2201', 2, '2016-11-01', '2028-07-31', '2029-10', '', 1795679897120);
INSERT INTO signalering.signals VALUES ('\x1fd47ecf16b013b0155fcd81c9dde723', 'VO2201', 51, '0106', '\x673358abe87d648d92e7c7a8e6202c6f', 'SIM-2024-00068', NULL, 5, '2024-09-23', '2024-11-15', 200, true, true, '20LO04', 0, 'VO2201', 'VO2201', 2, '2014-10-01', '2026-07-31', '2027-09', '', 1795679897120);
INSERT INTO signalering.signals VALUES ('\x87f42de18d58f81d9e15cf66a02ff930', 'VO2201', 52, '0106', '\xfd556c79983f2e967b7f1d22c789fb6b', 'SIM-2024-00069', NULL, 6, '2024-09-23', '2024-11-15', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2015-03-01', '2026-07-31', '2028-02', '', 1795679897120);
INSERT INTO signalering.signals VALUES ('\x67e703b85adb513f47d0a0324c4c3182', 'VO2201', 53, '0106', '\x782036ff509d412379ab27d85d4d7527', 'SIM-2024-00071', NULL, 6, '2024-09-23', '2024-12-06', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2014-09-01', '2026-07-31', '2027-08', '', 1795679897120);
INSERT INTO signalering.signals VALUES ('\xd7e986a991be47d6010fdddcc05e40d6', 'VO2201', 54, '0106', '\x9165583aa552bc144bf446755979714e', 'SIM-2024-00080', NULL, 4, '2024-09-24', '2024-10-11', 21, false, true, '02UV05', 0, 'VO2201', 'VO2201', 2, '2014-04-01', '2025-07-31', '2027-03', '', 1795679897120);
INSERT INTO signalering.signals VALUES ('\xc2abffd69368bf71f9898725b445c9bc', 'VO2201', 55, '1731', '\x80bc90d581dd8d378066a8e3877278cb', 'SIM-2024-00001', NULL, 4, '2024-09-02', '2024-09-25', 25, false, false, '20LO00', 0, 'VO2201', 'VO2201', 2, '2016-11-01', '2028-07-31', '2029-10', '', 1795679897095);
INSERT INTO signalering.signals VALUES ('\x47856d0e9379bb18dc83a2b4bd5d0756', 'VO2201', 56, '1731', '\x4cfbe1b5708f059ba288f59556ef4893', 'SIM-2024-00003', NULL, 4, '2024-09-02', '2024-09-27', 26, false, false, '20LO04', 0, 'VO2201', 'VO2201', 2, '2017-03-01', '2028-07-31', '2030-02', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\xebbf246145e334a7a591b259561cb1c1', 'VO2201', 57, '1731', '\x6c49d1cd956ddffb4202aa73b8fcd2c3', 'SIM-2024-00006', NULL, 6, '2024-09-02', '2024-10-17', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2013-10-01', '2025-07-31', '2026-09', '', 1795679897123);
INSERT INTO signalering.signals VALUES ('\x9df6bd58299e8833db7128504a81a46a', 'VO2201', 58, '1731', '\xd6b04d25cc949b64d89d84499e91f44d', 'SIM-2024-00008', NULL, 5, '2024-09-02', '2024-10-24', 195, true, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2013-07-01', '2024-07-31', '2026-06', '', 1795679897151);
INSERT INTO signalering.signals VALUES ('\x013c7c946744fbb56daf707b3dccc68d', 'VO2201', 59, '1731', '\x4a910f63a815424a42bf5208050a60b2', 'SIM-2024-00016', NULL, 4, '2024-09-04', '2024-09-20', 17, false, false, '20LO04', 0, 'VO2201', 'VO2201', 2, '2016-08-01', '2027-07-31', '2029-07', '', 1795679897151);
INSERT INTO signalering.signals VALUES ('\x6a96abae977378de31d60a586a3e856e', 'VO2201', 60, '1731', '\xbce4a52f75c89543dfe5b62498bb3cc3', 'SIM-2024-00017', NULL, 4, '2024-09-04', '2024-09-20', 22, false, true, '02EB04', 0, 'VO2201', 'VO2201', 2, '2012-11-01', '2024-07-31', '2025-10', '', 1795679897151);
INSERT INTO signalering.signals VALUES ('\x69d8abdd3bde0bba06b47817d137dfa7', 'VO2201', 61, '1731', '\x066776beb51457fca1cf07313a8ed942', 'SIM-2024-00019', NULL, 4, '2024-09-04', '2024-09-18', 27, false, true, '20LO04', 0, 'VO2201', 'VO2201', 2, '2012-10-01', '2024-07-31', '2025-09', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x2d4f29456bb5f618d9c9ecb12a39ccba', 'VO2201', 62, '1731', '\x1c719fc4e95722213cb96ced9fcad995', 'SIM-2024-00026', NULL, 4, '2024-09-09', '2024-09-27', 24, false, false, '25PW52', 0, 'VO2201', 'VO2201', 2, '2013-07-01', '2024-07-31', '2026-06', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x711ff48fa7f9beca482490e625de5a1a', 'VO2201', 63, '1731', '\x6165ae3db2103c736ef785889a7facc7', 'SIM-2024-00028', NULL, 4, '2024-09-09', '2024-09-26', 23, false, true, '20LO04', 0, 'VO2201', 'VO2201', 2, '2017-03-01', '2028-07-31', '2030-02', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x3eab0a9acecef318bd3dbba90b2bc47c', 'VO2201', 64, '1731', '\x928214ee8b78074ae346ceeede1c2ba5', 'SIM-2024-00032', NULL, 4, '2024-09-09', '2024-09-18', 16, false, false, '20LO08', 0, 'VO2201', 'VO2201', 2, '2013-11-01', '2025-07-31', '2026-10', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\xdbac83dddde00a215e8939948f253fc4', 'VO2201', 65, '1731', '\x88ad6438aa4287711745b2ebf893efdb', 'SIM-2024-00039', NULL, 4, '2024-09-11', '2024-10-02', 17, false, false, '25PW52', 0, 'VO2201', 'VO2201', 2, '2016-11-01', '2028-07-31', '2029-10', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\xd9d2792577940c7e58fc2f8727edf28c', 'VO2201', 66, '1731', '\xd93d086e940a16e9ce98b248b4ceadd1', 'SIM-2024-00041', NULL, 4, '2024-09-11', '2024-09-25', 25, false, true, '25PW51', 0, 'VO2201', 'VO2201', 2, '2013-02-01', '2024-07-31', '2026-01', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x9103f68d0469ee380a88133886b94c1c', 'VO2201', 67, '1731', '\xbe958339f6383e396ea238b8629718b3', 'SIM-2024-00043', NULL, 5, '2024-09-11', '2024-11-13', 230, true, true, '20LO08', 0, 'VO2201', 'VO2201', 2, '2011-12-01', '2023-07-31', '2024-11', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x6108c6cf2bd17189684981fa4c15fdee', 'VO2201', 68, '1731', '\xbf59392e0d63fdb0d9fe5c0d43cff946', 'SIM-2024-00048', NULL, 4, '2024-09-16', '2024-10-09', 16, false, true, '25PW52', 0, 'VO2201', 'VO2201', 2, '2012-06-01', '2023-07-31', '2025-05', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x860ec3cd319f5ca426af3ed044d065a7', 'VO2201', 69, '1731', '\x5a19b396b390aad3874de8101bf0d820', 'SIM-2024-00050', NULL, 4, '2024-09-16', '2024-10-09', 22, false, true, '20LO04', 0, 'VO2201', 'VO2201', 2, '2012-06-01', '2023-07-31', '2025-05', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x651a3660b2369a922b95608f7b524afc', 'VO2201', 70, '1731', '\x7efc82d52f6b06a5a8a3530cfcb73406', 'SIM-2024-00053', NULL, 4, '2024-09-17', '2024-10-11', 18, false, false, '20LO03', 0, 'VO2201', 'VO2201', 2, '2013-03-01', '2024-07-31', '2026-02', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\xdde97a2f95cd93ba50231860ea640e4c', 'VO2201', 71, '1731', '\x55f3936bade3ea8326e7839004988357', 'SIM-2024-00058', NULL, 4, '2024-09-18', '2024-10-03', 25, false, false, '20LO04', 0, 'VO2201', 'VO2201', 2, '2012-02-01', '2023-07-31', '2025-01', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x7fa735a54086749f5cd07d5b9d139c23', 'VO2201', 72, '1731', '\xf3715e557deb55ed83f8fa6cfe5041ed', 'SIM-2024-00060', NULL, 4, '2024-09-18', '2024-10-09', 17, false, false, '02EB04', 0, 'VO2201', 'VO2201', 2, '2013-02-01', '2024-07-31', '2026-01', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\xe84507b8ee32fa6c1478a770e84b8856', 'VO2201', 73, '1731', '\x2dd9316a2c6b28da0711edb0d365e4d8', 'SIM-2024-00062', NULL, 4, '2024-09-18', '2024-09-25', 29, false, false, '20LO03', 0, 'VO2201', 'VO2201', 2, '2016-06-01', '2027-07-31', '2029-05', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x504ef5355b8a499a08a7a2e52dfbc348', 'VO2201', 74, '1731', '\x50a6329c3cff6d7a4ebbc3c69681ae8e', 'SIM-2024-00063', NULL, 4, '2024-09-18', '2024-09-27', 28, false, true, '20LO00', 0, 'VO2201', 'VO2201', 2, '2011-11-01', '2023-07-31', '2024-10', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x8765ee44f5ae7588f91fc68ea26b3243', 'VO2201', 75, '1731', '\x18b735680f622adf25f73695123c6cec', 'SIM-2024-00065', NULL, 4, '2024-09-18', '2024-09-25', 22, false, true, '02UV05', 0, 'VO2201', 'VO2201', 2, '2016-04-01', '2027-07-31', '2029-03', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x7b5d03bf595a087e89f6c68a5b2dfea3', 'VO2201', 76, '1731', '\x0637d864c8818a8db191dcb1a6c9a313', 'SIM-2024-00067', NULL, 6, '2024-09-23', '2024-10-03', NULL, NULL, NULL, NULL, 0, '', 'VO2201', 2, '2014-05-01', '2025-07-31', '2027-04', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x6ad158ab9609d0c531bb6220ff235dbb', 'VO2201', 77, '1731', '\xf368203e6524a86f2c39698a554e8fc8', 'SIM-2024-00073', NULL, 4, '2024-09-23', '2024-10-04', 16, false, true, '20LO02', 0, 'VO2201', 'VO2201', 2, '2017-03-01', '2028-07-31', '2030-02', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\x8a3f4a496eeb62ecf724d2546c7415a9', 'VO2201', 78, '1731', '\x9525c5edeea6a74a91e5afcac3520a4a', 'SIM-2024-00076', NULL, 5, '2024-09-24', '2024-11-13', 185, true, true, '02EB04', 0, 'VO2201', 'VO2201', 2, '2016-04-01', '2027-07-31', '2029-03', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\xd489b5106e65e4b3bd856b4dd02e41d5', 'VO2201', 79, '1731', '\xde9ba80c8c794fab0073745161972e5b', 'SIM-2024-00078', NULL, 4, '2024-09-24', '2024-10-10', 20, false, false, '20LO00', 0, 'VO2201', 'VO2201', 2, '2013-07-01', '2024-07-31', '2026-06', '', 1795679897157);
INSERT INTO signalering.signals VALUES ('\xf1ac795bcc86eee8df59437bd943ad89', 'VO2201', 80, '1731', '\x0ccdd460a925f541646224f9b0a90ba9', 'SIM-2024-00079', NULL, 4, '2024-09-24', '2024-10-09', 19, false, false, '25PW52', 0, 'VO2201', 'VO2201', 2, '2012-01-01', '2023-07-31', '2024-12', '', 1795679897157);


--
-- Data for Name: key_proofs; Type: TABLE DATA; Schema: subjects; Owner: -
--

INSERT INTO subjects.key_proofs VALUES ('leerplicht', '\xa96e64372470258b6e3ad70b739cc405192353e64711aa3fbe5ac799a24e9c13');
INSERT INTO subjects.key_proofs VALUES ('resume-token', '\xee36e2f409fafa40cdf7db224fde27aeeee707d74c729aa75dce6961181c4001');
INSERT INTO subjects.key_proofs VALUES ('request-digest', '\x7d14fb7e8336d213f34074aa5eb31da474fd557941bc3b175e3f2ea1782e9626');
INSERT INTO subjects.key_proofs VALUES ('file-keys', '\xee11af9cc5ecc1aaba6fbc64a7a0c3e7a02818519d520914bd993e0dca6e2b49');


--
-- Data for Name: schema_history; Type: TABLE DATA; Schema: subjects; Owner: -
--

INSERT INTO subjects.schema_history VALUES ('Regional.Subjects', 1, 'subjects', 'b9dac9c5c4dd498286e8f93242e7d35c263f45fdb9fc4c3c292fc3fe8c8d0b41');
INSERT INTO subjects.schema_history VALUES ('Regional.Subjects', 2, 'key_proofs', '942619727c829b5892b6836794147db0a855019719bb8560fd83dcfe2ba1b495');


--
-- Data for Name: subjects; Type: TABLE DATA; Schema: subjects; Owner: -
--

INSERT INTO subjects.subjects VALUES ('leerplicht', '\x007a61bed98bd075fb460cfce84c8a4d7a9700752e6bb3f313f543634b88f839', '\x8ac93ad802399ded60c7068666da22f6');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x0329d8d727f637b7a51fec5322c4088d03989fa571c53480dc1d145d324bd914', '\xeff5aa543bc98c1f13c766ab836edc37');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x0ae38c32ed749cc3f8b5660d5a6cea9c67a890f811d830cea48804ec996eded9', '\x5481ed9b8f51e658822fcc282459965b');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x35e220b0026cf2901cdd6aae5012df74b0ed27ca6a2773e8c4b19efdf2598769', '\x6123d0d834c1c9ae858b1903a821758b');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x3a920c7d62947da5cda0b92d70af010462133e27db6a850087ef3df4a5a3b892', '\xe62ddb1c76b5016dc7a53d9dc49617fa');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x70bef8eedd517d6f3696adbabafc105b47d0fb4f33e906f3677a67da355f2ef4', '\x20bc2efd4b2179a57591ac6d9f042f11');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x78762e08d0fce2226f40c8f801a81c6c065fa4057be6ec5a892ae3838c791608', '\xbc3906fde582b7739cd96ec3d45fbf49');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xd8ec44228d951ff1d3b1e65c63d3228c0ca02dfc1bfe72164500b604753de06f', '\xf9646e1b84d67c1400c68e9c96c902e5');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xdba570431d946b77736ed55380771d86389772fad879a24476a53609a68c3431', '\x7ab10d21365369715732c7b2467015ac');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x0c4943314d0ff5854badb30d29633aec77cc49fef523ab6f74ad86d0d072a6e3', '\x54eee0f5c033d60657db6807f9d37259');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x18de093535dc2fd429490aad74eb6ec7a08a9e5048496e2661dde108f66e0d0a', '\x5f8e6c40ddeaad37411171252d2522eb');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x28f1ef5e566fc922807c8bf44596cfe0fff0ef297c1526466d5fea0a797d72f8', '\xa65205597a6b1ecc99028a5b8d654d0d');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x37f18ff8b5e7b89fc4086212882a54aa2951164a971b12aad570c63eb07967bf', '\x673358abe87d648d92e7c7a8e6202c6f');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x380b3bd9c064cafd33d7aa2c04d7b0830bcf65200527cdc1e67467caca68a588', '\x2386a60af3035d87d22c4bbeea8771db');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x395aff2375067a882fbb4792fbacd9dfae99f86aa193645d07830c54cb5250b4', '\x68619f93f3bf2020f6fd5b5cd87d32c5');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x3aece910f6b5387f82b15e35db8f3af71f37a375c228c67a3a8f8b017370ea83', '\x9b392e14f469a43e713a816b1f06751f');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x3e839c40c233102a8fa3bf504dab2b921318831ab26800a8373a6cf33672bc14', '\x5cd58ee1d1a4f53f6511d734bf613c6a');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x48129636cceec97abc19550ea8d55553b471051767b0eda92992473e0306461e', '\x3710b8d3513db1c9cb80d6bb4e27b505');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x4fb8ad601b61d3d0579c6637afdd8697dc292f5fb4417d3688373ebfdd3e539f', '\x59fa8886b21fd20dfdbfebf32592ccc3');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x5d9ab15e4af2348320063bee84bc98578c72e8061f6114cd220908839db4fbfd', '\x702cc63887932a774d9eac09bbecc36e');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x61aec001b2fa9d7796571238656981c514e9273cb939a4a7d6b35c22df013f8c', '\x4d030cd1dc500099a19cc34b3514af60');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x6c26a8e0e939a30ba6bea3f85ce6c7538ab549c3985f17a4464660cbcd62eaa7', '\x42f63de7e6e83576d96557f9efe2004d');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x82f297b604c2e65c4c3ea112bda1b2668b9ac193216b2487be2ada06e8ee0994', '\x26dc8e28ac8af6be2b6d6141b969db33');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x880abcc43acb89ca2d68ef2f0e21977be926000994bf34e43ddd063eb0dd7776', '\x3645a8f3419da87e879bb8e656d442b7');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x8a97133fd8c4382a317a2440616cc1939ecb60fc27fcab39be89d055e1b5da96', '\x9165583aa552bc144bf446755979714e');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x8e446c308d9195ab60b3f287cea3b304d9c7ddb653aeb76ed4bbf363c9746239', '\x76959ed82bbc1e6c26e9b57c7e765669');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xb1c9427b0fdcf01c6df9c418487b65e457d8cf8cba9de6a9e26614301078f2f1', '\xfd556c79983f2e967b7f1d22c789fb6b');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xc3c70c4ef1b30e2328dc358487a054d9ec90494c77094dc167092cb687dd6fec', '\x98c31cdfbf3884671262977a548b6ffe');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xce3333718432a1a4540242556b5855ab1a3bbc78bc79457c00cfc24b52b4d4ad', '\x7607b9f7a7e690ce023818b5bcd59e28');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xd0b1ca737df7fd8210fd2b1363e0878afa45fdac150cccccd2a461ed4a3cc776', '\x5fa707f569027cba77a74df9e1fa84a8');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xe1b5d188ab9244c0235f199884b581864b6ff903ef0916fd1efe5b234dd48130', '\x103906d3f49ab98ea0331479b39ab57b');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xe24c73f9091ef2fcbf42045abf1d3c4eb6380d70db66b7a797317fb644e78c0a', '\x18233cc8262993a9d2c86eea14cc7981');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xeb1828e7e8f3feda245a561855aa5b24917f987eec22ba18b9adb9de73d7f34d', '\x62b7f56efe0d8ebebdb36a256990713c');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xf0dd25caa8279f183036536e6a376f23689026891192aa17f224bb866f27e6c4', '\x756aec8e3a66f2128805875368706326');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xf47a81a1098afa3f5fd67711fd0bc6d13763386b1ff772d7a3e6f7a667392e9b', '\x782036ff509d412379ab27d85d4d7527');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xfd70081c976c4ec18ad080267262fccaa611b1fb9204fb4f6612d3eedee02014', '\xbd2568174813fcbf74ac14018cc67bb8');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x05002472cfa3bdba567ee88d052de40649e15c6f7fb4ff50b8251f10c14f9901', '\x10687fbda686d928dceeca2f21ea9b39');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x0da8aecd950b1f394cd7c89ec642f42027f757ad5ed7d1c2e4ba9353778efe30', '\xab28c6261e5845372ea0211698148f82');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x203b890f716ed5ff2f186e8a648798607c21c97f483fc982ba35626aa603e8c6', '\x1f19accd5bb3a3fb0194508b953f8dc8');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x287f790d2dedcf52a89788cc8d874c64a7b6f465d63b9cc494c417a35667624b', '\x106555c502739f902ef377aacf6f0a9b');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x29a5c31a8971d89e90e95a159d2135a97f25a617fb7952cb5a55e1599c604255', '\x3b115e0672d695c083bef102a79d4b4c');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x456cc5df53b4034bfaf9654094a07f7fe99d2ea9dcc70e2dea09e2f9c2eebf72', '\x4d3bba0ecf59375e639611c6531f7d6c');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x62eb65cd688aaae5b66794b04ccd803c4b408b983f77a6d79b4c3385ab6c3085', '\xc69086da15a2e3ea44643fa336e45bdc');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x8a3d3a55289349c8e0f36b3a80b0e4b085a793e70330ed5216e30963543e73ad', '\xc88dca1821799a07c5decd04d172c59b');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x9a1abfe18ede0863ac047344228e03c2abe07eff5694b5722c24bfcc33662cee', '\xdbae8b7e62e99d02eceaa7cc51cb3e53');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x9c35ffa947c5158fb67e4053a8ad3e19fe548d3867e371cbeeef959cea7bd7f6', '\xb11855a47635aa2f917f68f651758d37');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x9d6414289352ce6cfa9145178567aafefd41adf6ec9917d3f553b7e24d5124a5', '\x38adc366ab32eaa0b47dae4145c18b06');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xa359ac55cfdf8341c93c2de77975bf1396fbe60ba71eb6502b870c0516ba6ed8', '\x520f8976a13b8f1064380f9657da75fc');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xb0a3494ca203e8d6129da5f6aa71e8870310d2226e87298ad4598d3440e30d88', '\xdc7e21d246043bfe797c85df567e08c9');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xc940c3b51d867f0acc2180c196338c16cf94361f2cbb1cbecd7faa82ef8d4d0d', '\x63bd661700f69f031f97e99b52d72f6b');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xe641ee29219933faa7eaa0b03e6a7e8a6728ae80b0404022ebaffed5638c008b', '\x5f24790494ae5885cacd6650998fc99d');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xebf50bcce3f1987809200b8405041ff32ef8ee5cd0b51fd3d1c5870affef324b', '\x9952facc2ddf619d25886f4c9ee8e0ae');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xf15d654a379a289fe3147f63327b6af59ff59552e34c5e02b7bfa22218c78a61', '\xbeb31f3bd4486dc05f4028d521348ac3');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xf48243ac70a05f566846953497f2f74c50f8680839252afcbbe3fac2601d0310', '\x9bda74a1a7fceb06dc85dc4976ec36d5');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x0051dbe068464d625be7f3dea042721c1249ea70557b5c6db4d60f1511bf7268', '\x928214ee8b78074ae346ceeede1c2ba5');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x00b719df5e42a0601d9af65d608d4f6e22cddb2eef2c253a45bd61387c2aa9e3', '\xd6b04d25cc949b64d89d84499e91f44d');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x102593c9f61ca3fc920b1a1d73b8222b5ecc39c8039ce7bcb9fa500aba9339f7', '\x5a19b396b390aad3874de8101bf0d820');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x149e30e97f41c216540d3bc39b34c49e69051b82daa1db135471d82fcb5f537e', '\x2dd9316a2c6b28da0711edb0d365e4d8');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x15700cca1f8b478943f4d70f05bb9aa88798bb8e9e9b71107fe33db07a3f00f6', '\x1c719fc4e95722213cb96ced9fcad995');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x1cc5057b79c8f3de7c382a9d328255e27a1ca4205e00a29747abfee56ca4b206', '\x6c49d1cd956ddffb4202aa73b8fcd2c3');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x414e5806fa5f7c2c6dc726348b343fdae141347e7f8e9ccb52e5b8cfcf22a262', '\x55f3936bade3ea8326e7839004988357');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x4219865762cd4f2cdc0a2c4fdb9c04fc0c419aa4d610073dc557aa9258374fdc', '\xf3715e557deb55ed83f8fa6cfe5041ed');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x43f067c5e518eda53d30494404c5ea0182d5099128bb67aaee0406eca8cdb7c1', '\xbe958339f6383e396ea238b8629718b3');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x54408db5427eb06ec5b50ba31abd365a58ebeaf8d58b2f35d09a3b148378104f', '\x6165ae3db2103c736ef785889a7facc7');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x5487ed394c28ba9ca36a81613f6a84848e20886ab3a495908c23f4c43bf5bfd5', '\x0637d864c8818a8db191dcb1a6c9a313');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x56b6e140b2202cac38c6893f4b43d56e7054a192965ca8f926f13039b07867cd', '\xbf59392e0d63fdb0d9fe5c0d43cff946');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x697c3670f40e52f1b44b32f61aa391b96165ad7fdadfa67dfc8d7e5faaa5fe15', '\x066776beb51457fca1cf07313a8ed942');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x69c1ecc31df28f60ac6bec4a2ebabf9784c3582f5c28acd03cbaff42187d491e', '\x50a6329c3cff6d7a4ebbc3c69681ae8e');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x7dcc774a84694ee18b206e845000fc5f00182f8da2a5e0cd4c52db6e509d3719', '\x4a910f63a815424a42bf5208050a60b2');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x94fe03b3234411ed59108f6cc8fff097cae4c0b00666a53d4f2ec510ec2dc69d', '\xbce4a52f75c89543dfe5b62498bb3cc3');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x97e0ecc4f9b2cfa1e46450d1e71ae70d655ea7eaf8807df0676a4def9a1df2b6', '\x18b735680f622adf25f73695123c6cec');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\x9e917fcd370072997af99dde2152b7d313d0fb099cde3ed71859426065826248', '\x4cfbe1b5708f059ba288f59556ef4893');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xa9f3e92e3d39b2aa96426e8aaf1a27bf64503c59e0ec273e8bf3a9d282e4b502', '\x0ccdd460a925f541646224f9b0a90ba9');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xb267396e02f70d01e3cb6d7910252d35777d4699b3189a737767e2dfeb3d3941', '\xd93d086e940a16e9ce98b248b4ceadd1');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xbd267ba5344d7193ce93bee64f1f795cbfe360312e7ae6ee5eef656adc933bd7', '\x80bc90d581dd8d378066a8e3877278cb');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xbf44113bf0c0bdc0f7d24b7539b512fc9d768b07d9bf604a01c6680768ffb35f', '\x88ad6438aa4287711745b2ebf893efdb');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xc9583b452a4b77e32c4aa367e1ccc242deba19426b055c693fab2dbcdce77c10', '\x7efc82d52f6b06a5a8a3530cfcb73406');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xe77e6a0027fc7819551d4d6f6e5f64b16f0e7b46e5c75a80dd3cd23aa3c88c47', '\xde9ba80c8c794fab0073745161972e5b');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xe907420eefcfb91b4f0ccd59c0f1836c6de9b3695b79902562da3efab89e8d01', '\x9525c5edeea6a74a91e5afcac3520a4a');
INSERT INTO subjects.subjects VALUES ('leerplicht', '\xeb507fc59955528d81df246d7332e969d225e024c684048f2b39e101846d8c7c', '\xf368203e6524a86f2c39698a554e8fc8');


--
-- Name: commits commits_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.commits
    ADD CONSTRAINT commits_pkey PRIMARY KEY (region, "position");


--
-- Name: cursors cursors_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.cursors
    ADD CONSTRAINT cursors_pkey PRIMARY KEY (source, region);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (region, "position");


--
-- Name: file_keys file_keys_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.file_keys
    ADD CONSTRAINT file_keys_pkey PRIMARY KEY (file);


--
-- Name: logs logs_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.logs
    ADD CONSTRAINT logs_pkey PRIMARY KEY (region);


--
-- Name: request_keys request_keys_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.request_keys
    ADD CONSTRAINT request_keys_pkey PRIMARY KEY (caller, request_id);


--
-- Name: resident_pupils resident_pupils_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.resident_pupils
    ADD CONSTRAINT resident_pupils_pkey PRIMARY KEY (region, school_year, municipality);


--
-- Name: schema_history schema_history_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.schema_history
    ADD CONSTRAINT schema_history_pkey PRIMARY KEY (source, number);


--
-- Name: schools schools_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.schools
    ADD CONSTRAINT schools_pkey PRIMARY KEY (region, "row");


--
-- Name: spells spells_pkey; Type: CONSTRAINT; Schema: indicators; Owner: -
--

ALTER TABLE ONLY indicators.spells
    ADD CONSTRAINT spells_pkey PRIMARY KEY (log, "position", region);


--
-- Name: commits commits_pkey; Type: CONSTRAINT; Schema: signalering; Owner: -
--

ALTER TABLE ONLY signalering.commits
    ADD CONSTRAINT commits_pkey PRIMARY KEY (region, "position");


--
-- Name: cursors cursors_pkey; Type: CONSTRAINT; Schema: signalering; Owner: -
--

ALTER TABLE ONLY signalering.cursors
    ADD CONSTRAINT cursors_pkey PRIMARY KEY (source, region);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: signalering; Owner: -
--

ALTER TABLE ONLY signalering.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (region, "position");


--
-- Name: file_keys file_keys_pkey; Type: CONSTRAINT; Schema: signalering; Owner: -
--

ALTER TABLE ONLY signalering.file_keys
    ADD CONSTRAINT file_keys_pkey PRIMARY KEY (file);


--
-- Name: logs logs_pkey; Type: CONSTRAINT; Schema: signalering; Owner: -
--

ALTER TABLE ONLY signalering.logs
    ADD CONSTRAINT logs_pkey PRIMARY KEY (region);


--
-- Name: request_keys request_keys_pkey; Type: CONSTRAINT; Schema: signalering; Owner: -
--

ALTER TABLE ONLY signalering.request_keys
    ADD CONSTRAINT request_keys_pkey PRIMARY KEY (caller, request_id);


--
-- Name: schema_history schema_history_pkey; Type: CONSTRAINT; Schema: signalering; Owner: -
--

ALTER TABLE ONLY signalering.schema_history
    ADD CONSTRAINT schema_history_pkey PRIMARY KEY (source, number);


--
-- Name: signals signals_pkey; Type: CONSTRAINT; Schema: signalering; Owner: -
--

ALTER TABLE ONLY signalering.signals
    ADD CONSTRAINT signals_pkey PRIMARY KEY (id);


--
-- Name: key_proofs key_proofs_pkey; Type: CONSTRAINT; Schema: subjects; Owner: -
--

ALTER TABLE ONLY subjects.key_proofs
    ADD CONSTRAINT key_proofs_pkey PRIMARY KEY (name);


--
-- Name: schema_history schema_history_pkey; Type: CONSTRAINT; Schema: subjects; Owner: -
--

ALTER TABLE ONLY subjects.schema_history
    ADD CONSTRAINT schema_history_pkey PRIMARY KEY (source, number);


--
-- Name: subjects subjects_pkey; Type: CONSTRAINT; Schema: subjects; Owner: -
--

ALTER TABLE ONLY subjects.subjects
    ADD CONSTRAINT subjects_pkey PRIMARY KEY (purpose, hmac);


--
-- Name: spells_by_pupil; Type: INDEX; Schema: indicators; Owner: -
--

CREATE INDEX spells_by_pupil ON indicators.spells USING btree (region, subject, start_date, log, "position", end_date, municipality, verzuim_class, age_band);


--
-- Name: signals_by_position; Type: INDEX; Schema: signalering; Owner: -
--

CREATE INDEX signals_by_position ON signalering.signals USING btree (region, municipality, "position");


--
-- Name: signals_by_start; Type: INDEX; Schema: signalering; Owner: -
--

CREATE INDEX signals_by_start ON signalering.signals USING btree (municipality, start_date DESC, id DESC, kind, region);


--
-- PostgreSQL database dump complete
--


