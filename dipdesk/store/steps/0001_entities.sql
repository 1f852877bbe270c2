CREATE TABLE attachment (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name VARCHAR(300),
  description VARCHAR(300),
  media_type VARCHAR(100),
  content VARCHAR(64),
  subject VARCHAR(100),
  name_key BLOB,
  description_key BLOB,
  media_type_key BLOB,
  CONSTRAINT pk_attachment PRIMARY KEY (id)
)
--
CREATE INDEX ix_attachment_title_key_en ON attachment (title_key_en)
--
CREATE INDEX ix_attachment_title_key_tr ON attachment (title_key_tr)
--
CREATE TABLE country (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  code VARCHAR(2),
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  capital VARCHAR(300),
  languages VARCHAR,
  note_tr TEXT,
  note_en TEXT,
  code_key BLOB,
  name_tr_key BLOB,
  name_en_key BLOB,
  capital_key BLOB,
  CONSTRAINT pk_country PRIMARY KEY (id)
)
--
CREATE INDEX ix_country_title_key_en ON country (title_key_en)
--
CREATE INDEX ix_country_title_key_tr ON country (title_key_tr)
--
CREATE TABLE note (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  headline VARCHAR(300),
  day DATE,
  text TEXT,
  subject VARCHAR(100),
  headline_key BLOB,
  CONSTRAINT pk_note PRIMARY KEY (id)
)
--
CREATE INDEX ix_note_title_key_en ON note (title_key_en)
--
CREATE INDEX ix_note_title_key_tr ON note (title_key_tr)
--
CREATE TABLE office (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  kind VARCHAR(60),
  province VARCHAR(300),
  position VARCHAR,
  zone VARCHAR(300),
  logo VARCHAR(64),
  unit_tr VARCHAR(300),
  unit_en VARCHAR(300),
  address TEXT,
  phone VARCHAR(300),
  email VARCHAR(300),
  website VARCHAR(300),
  name_tr_key BLOB,
  name_en_key BLOB,
  province_key BLOB,
  zone_key BLOB,
  unit_tr_key BLOB,
  unit_en_key BLOB,
  phone_key BLOB,
  email_key BLOB,
  website_key BLOB,
  CONSTRAINT pk_office PRIMARY KEY (id)
)
--
CREATE INDEX ix_office_title_key_en ON office (title_key_en)
--
CREATE INDEX ix_office_title_key_tr ON office (title_key_tr)
--
CREATE TABLE person (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  academic VARCHAR(60),
  given_name VARCHAR(300),
  family_name VARCHAR(300),
  name_own VARCHAR(300),
  spoken_as VARCHAR(300),
  sex VARCHAR(60),
  languages VARCHAR,
  phone VARCHAR(300),
  email VARCHAR(300),
  born VARCHAR,
  biography_tr TEXT,
  biography_en TEXT,
  photo VARCHAR(64),
  academic_key BLOB,
  given_name_key BLOB,
  family_name_key BLOB,
  name_own_key BLOB,
  spoken_as_key BLOB,
  phone_key BLOB,
  email_key BLOB,
  CONSTRAINT pk_person PRIMARY KEY (id)
)
--
CREATE INDEX ix_person_title_key_en ON person (title_key_en)
--
CREATE INDEX ix_person_title_key_tr ON person (title_key_tr)
--
CREATE TABLE tag (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name VARCHAR(60),
  colour VARCHAR(20),
  name_key BLOB,
  colour_key BLOB,
  CONSTRAINT pk_tag PRIMARY KEY (id)
)
--
CREATE INDEX ix_tag_title_key_en ON tag (title_key_en)
--
CREATE INDEX ix_tag_title_key_tr ON tag (title_key_tr)
--
CREATE TABLE partner (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  name_own VARCHAR(300),
  published VARCHAR(300),
  abbreviation VARCHAR(40),
  kind VARCHAR(60),
  country_id VARCHAR(32),
  seat VARCHAR(300),
  position VARCHAR,
  zone VARCHAR(300),
  population BIGINT,
  founded VARCHAR,
  address TEXT,
  phone VARCHAR(300),
  email VARCHAR(300),
  website VARCHAR(300),
  themes VARCHAR,
  note_tr TEXT,
  note_en TEXT,
  source VARCHAR(300),
  name_tr_key BLOB,
  name_en_key BLOB,
  name_own_key BLOB,
  published_key BLOB,
  abbreviation_key BLOB,
  seat_key BLOB,
  zone_key BLOB,
  phone_key BLOB,
  email_key BLOB,
  website_key BLOB,
  source_key BLOB,
  CONSTRAINT pk_partner PRIMARY KEY (id),
  CONSTRAINT fk_partner_country_id FOREIGN KEY(country_id) REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_partner_country_id ON partner (country_id)
--
CREATE INDEX ix_partner_title_key_en ON partner (title_key_en)
--
CREATE INDEX ix_partner_title_key_tr ON partner (title_key_tr)
--
CREATE TABLE tagging (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  tag_id VARCHAR(32),
  subject VARCHAR(100),
  CONSTRAINT pk_tagging PRIMARY KEY (id),
  CONSTRAINT fk_tagging_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_tagging_tag_id ON tagging (tag_id)
--
CREATE INDEX ix_tagging_title_key_en ON tagging (title_key_en)
--
CREATE INDEX ix_tagging_title_key_tr ON tagging (title_key_tr)
--
CREATE TABLE agreement (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  partner_id VARCHAR(32),
  kind VARCHAR(60),
  state VARCHAR(60),
  municipality_id VARCHAR(32),
  signed_on VARCHAR,
  signed_at VARCHAR(300),
  council_date VARCHAR,
  council_number VARCHAR(60),
  ministry_date VARCHAR,
  ministry_number VARCHAR(60),
  subject_tr TEXT,
  subject_en TEXT,
  ends_on VARCHAR,
  source VARCHAR(300),
  note TEXT,
  signed_at_key BLOB,
  council_number_key BLOB,
  ministry_number_key BLOB,
  source_key BLOB,
  CONSTRAINT pk_agreement PRIMARY KEY (id),
  CONSTRAINT fk_agreement_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_agreement_municipality_id FOREIGN KEY(municipality_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_agreement_municipality_id ON agreement (municipality_id)
--
CREATE INDEX ix_agreement_partner_id ON agreement (partner_id)
--
CREATE INDEX ix_agreement_title_key_en ON agreement (title_key_en)
--
CREATE INDEX ix_agreement_title_key_tr ON agreement (title_key_tr)
--
CREATE TABLE membership (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  partner_id VARCHAR(32),
  member_class VARCHAR(60),
  state VARCHAR(60),
  since VARCHAR,
  until VARCHAR,
  council_date VARCHAR,
  council_number VARCHAR(60),
  ministry_date VARCHAR,
  ministry_number VARCHAR(60),
  dues VARCHAR,
  dues_basis VARCHAR(300),
  votes BOOLEAN,
  source VARCHAR(300),
  note TEXT,
  council_number_key BLOB,
  ministry_number_key BLOB,
  dues_basis_key BLOB,
  source_key BLOB,
  CONSTRAINT pk_membership PRIMARY KEY (id),
  CONSTRAINT fk_membership_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_membership_partner_id ON membership (partner_id)
--
CREATE INDEX ix_membership_title_key_en ON membership (title_key_en)
--
CREATE INDEX ix_membership_title_key_tr ON membership (title_key_tr)
--
CREATE TABLE post (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  person_id VARCHAR(32),
  partner_id VARCHAR(32),
  function VARCHAR(60),
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  acting BOOLEAN,
  since VARCHAR,
  until VARCHAR,
  exequatur VARCHAR,
  title_tr_key BLOB,
  title_en_key BLOB,
  CONSTRAINT pk_post PRIMARY KEY (id),
  CONSTRAINT fk_post_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_post_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_post_partner_id ON post (partner_id)
--
CREATE INDEX ix_post_person_id ON post (person_id)
--
CREATE INDEX ix_post_title_key_en ON post (title_key_en)
--
CREATE INDEX ix_post_title_key_tr ON post (title_key_tr)
--
CREATE TABLE visit (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  partner_id VARCHAR(32),
  kind VARCHAR(60),
  state VARCHAR(60),
  starts DATE,
  ends DATE,
  place VARCHAR(300),
  officer_id VARCHAR(32),
  classification VARCHAR(60),
  aim_tr TEXT,
  aim_en TEXT,
  results_tr TEXT,
  results_en TEXT,
  dress_tr VARCHAR(300),
  dress_en VARCHAR(300),
  weather_tr VARCHAR(300),
  weather_en VARCHAR(300),
  emergency TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  place_key BLOB,
  dress_tr_key BLOB,
  dress_en_key BLOB,
  weather_tr_key BLOB,
  weather_en_key BLOB,
  CONSTRAINT pk_visit PRIMARY KEY (id),
  CONSTRAINT fk_visit_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_visit_officer_id FOREIGN KEY(officer_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_visit_officer_id ON visit (officer_id)
--
CREATE INDEX ix_visit_partner_id ON visit (partner_id)
--
CREATE INDEX ix_visit_title_key_en ON visit (title_key_en)
--
CREATE INDEX ix_visit_title_key_tr ON visit (title_key_tr)
--
CREATE TABLE ceremony (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  kind VARCHAR(60),
  starts VARCHAR,
  place VARCHAR(300),
  visit_id VARCHAR(32),
  note TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  place_key BLOB,
  CONSTRAINT pk_ceremony PRIMARY KEY (id),
  CONSTRAINT fk_ceremony_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_ceremony_title_key_en ON ceremony (title_key_en)
--
CREATE INDEX ix_ceremony_title_key_tr ON ceremony (title_key_tr)
--
CREATE INDEX ix_ceremony_visit_id ON ceremony (visit_id)
--
CREATE TABLE commitment (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  what_tr VARCHAR(1000),
  what_en VARCHAR(1000),
  partner_id VARCHAR(32),
  visit_id VARCHAR(32),
  owner_id VARCHAR(32),
  due DATE,
  state VARCHAR(60),
  evidence TEXT,
  what_tr_key BLOB,
  what_en_key BLOB,
  CONSTRAINT pk_commitment PRIMARY KEY (id),
  CONSTRAINT fk_commitment_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_commitment_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_commitment_owner_id FOREIGN KEY(owner_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_commitment_owner_id ON commitment (owner_id)
--
CREATE INDEX ix_commitment_partner_id ON commitment (partner_id)
--
CREATE INDEX ix_commitment_title_key_en ON commitment (title_key_en)
--
CREATE INDEX ix_commitment_title_key_tr ON commitment (title_key_tr)
--
CREATE INDEX ix_commitment_visit_id ON commitment (visit_id)
--
CREATE TABLE delegation (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  side VARCHAR(60),
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  partner_id VARCHAR(32),
  name_tr_key BLOB,
  name_en_key BLOB,
  CONSTRAINT pk_delegation PRIMARY KEY (id),
  CONSTRAINT fk_delegation_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_delegation_partner_id ON delegation (partner_id)
--
CREATE INDEX ix_delegation_title_key_en ON delegation (title_key_en)
--
CREATE INDEX ix_delegation_title_key_tr ON delegation (title_key_tr)
--
CREATE INDEX ix_delegation_visit_id ON delegation (visit_id)
--
CREATE TABLE programme_item (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  starts VARCHAR,
  ends VARCHAR,
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  place_tr VARCHAR(300),
  place_en VARCHAR(300),
  responsible_id VARCHAR(32),
  phone VARCHAR(300),
  note_tr TEXT,
  note_en TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  place_tr_key BLOB,
  place_en_key BLOB,
  phone_key BLOB,
  CONSTRAINT pk_programme_item PRIMARY KEY (id),
  CONSTRAINT fk_programme_item_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_programme_item_responsible_id FOREIGN KEY(responsible_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_programme_item_responsible_id ON programme_item (responsible_id)
--
CREATE INDEX ix_programme_item_title_key_en ON programme_item (title_key_en)
--
CREATE INDEX ix_programme_item_title_key_tr ON programme_item (title_key_tr)
--
CREATE INDEX ix_programme_item_visit_id ON programme_item (visit_id)
--
CREATE TABLE talking_point (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  kind VARCHAR(60),
  text_tr VARCHAR(2000),
  text_en VARCHAR(2000),
  place BIGINT,
  text_tr_key BLOB,
  text_en_key BLOB,
  CONSTRAINT pk_talking_point PRIMARY KEY (id),
  CONSTRAINT fk_talking_point_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_talking_point_title_key_en ON talking_point (title_key_en)
--
CREATE INDEX ix_talking_point_title_key_tr ON talking_point (title_key_tr)
--
CREATE INDEX ix_talking_point_visit_id ON talking_point (visit_id)
--
CREATE TABLE delegation_member (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  delegation_id VARCHAR(32),
  person_id VARCHAR(32),
  post_id VARCHAR(32),
  role VARCHAR(60),
  place BIGINT,
  interprets VARCHAR,
  needs_interpreter BOOLEAN,
  phone VARCHAR(300),
  note TEXT,
  phone_key BLOB,
  CONSTRAINT pk_delegation_member PRIMARY KEY (id),
  CONSTRAINT fk_delegation_member_delegation_id FOREIGN KEY(delegation_id) REFERENCES delegation (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_member_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_member_post_id FOREIGN KEY(post_id) REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_delegation_member_delegation_id ON delegation_member (delegation_id)
--
CREATE INDEX ix_delegation_member_person_id ON delegation_member (person_id)
--
CREATE INDEX ix_delegation_member_post_id ON delegation_member (post_id)
--
CREATE INDEX ix_delegation_member_title_key_en ON delegation_member (title_key_en)
--
CREATE INDEX ix_delegation_member_title_key_tr ON delegation_member (title_key_tr)
