CREATE TABLE approval_step (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  subject VARCHAR(100),
  step VARCHAR(60),
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  day VARCHAR,
  number VARCHAR(80),
  result VARCHAR(300),
  skipped VARCHAR(500),
  note TEXT,
  step_key BLOB,
  name_tr_key BLOB,
  name_en_key BLOB,
  number_key BLOB,
  result_key BLOB,
  skipped_key BLOB,
  CONSTRAINT pk_approval_step PRIMARY KEY (id)
)
--
CREATE INDEX ix_approval_step_title_key_en ON approval_step (title_key_en)
--
CREATE INDEX ix_approval_step_title_key_tr ON approval_step (title_key_tr)
--
CREATE TABLE attachment (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name VARCHAR(300),
  description VARCHAR(300),
  media_type VARCHAR(100),
  content VARCHAR(64),
  subject VARCHAR(100),
  privacy VARCHAR(60),
  annexed BOOLEAN,
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
CREATE TABLE card_layout (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  use VARCHAR(60),
  width BIGINT,
  height BIGINT,
  sheet VARCHAR(60),
  elements TEXT,
  name_tr_key BLOB,
  name_en_key BLOB,
  CONSTRAINT pk_card_layout PRIMARY KEY (id)
)
--
CREATE INDEX ix_card_layout_title_key_en ON card_layout (title_key_en)
--
CREATE INDEX ix_card_layout_title_key_tr ON card_layout (title_key_tr)
--
CREATE TABLE chain_step (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  chain VARCHAR(60),
  step VARCHAR(60),
  left_out BOOLEAN,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  who_tr VARCHAR(300),
  who_en VARCHAR(300),
  document_tr VARCHAR(300),
  document_en VARCHAR(300),
  phase VARCHAR(60),
  after_step VARCHAR(60),
  required BOOLEAN,
  needs_number BOOLEAN,
  usual_days BIGINT,
  source_tr VARCHAR(300),
  source_en VARCHAR(300),
  source_date VARCHAR,
  verified BOOLEAN,
  place BIGINT,
  step_key BLOB,
  name_tr_key BLOB,
  name_en_key BLOB,
  who_tr_key BLOB,
  who_en_key BLOB,
  document_tr_key BLOB,
  document_en_key BLOB,
  after_step_key BLOB,
  source_tr_key BLOB,
  source_en_key BLOB,
  CONSTRAINT pk_chain_step PRIMARY KEY (id)
)
--
CREATE INDEX ix_chain_step_title_key_en ON chain_step (title_key_en)
--
CREATE INDEX ix_chain_step_title_key_tr ON chain_step (title_key_tr)
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
CREATE TABLE criterion (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  weight BIGINT,
  place BIGINT,
  name_tr_key BLOB,
  name_en_key BLOB,
  CONSTRAINT pk_criterion PRIMARY KEY (id)
)
--
CREATE INDEX ix_criterion_title_key_en ON criterion (title_key_en)
--
CREATE INDEX ix_criterion_title_key_tr ON criterion (title_key_tr)
--
CREATE TABLE exported (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name VARCHAR(300),
  made_at VARCHAR,
  receiver VARCHAR(300),
  file VARCHAR(1000),
  version VARCHAR(40),
  superseded BOOLEAN,
  subject VARCHAR(100),
  follows_id VARCHAR(32),
  paper VARCHAR(60),
  languages VARCHAR(20),
  form VARCHAR(10),
  options TEXT,
  stamp VARCHAR(60),
  parts TEXT,
  reads TEXT,
  name_key BLOB,
  receiver_key BLOB,
  file_key BLOB,
  version_key BLOB,
  CONSTRAINT pk_exported PRIMARY KEY (id),
  CONSTRAINT fk_exported_follows_id FOREIGN KEY(follows_id) REFERENCES exported (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_exported_follows_id ON exported (follows_id)
--
CREATE INDEX ix_exported_title_key_en ON exported (title_key_en)
--
CREATE INDEX ix_exported_title_key_tr ON exported (title_key_tr)
--
CREATE TABLE flag_stock (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  code VARCHAR(120),
  setting VARCHAR(60),
  number BIGINT,
  where_kept VARCHAR(300),
  code_key BLOB,
  where_kept_key BLOB,
  CONSTRAINT pk_flag_stock PRIMARY KEY (id)
)
--
CREATE INDEX ix_flag_stock_title_key_en ON flag_stock (title_key_en)
--
CREATE INDEX ix_flag_stock_title_key_tr ON flag_stock (title_key_tr)
--
CREATE TABLE gift_article (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  kind VARCHAR(60),
  material VARCHAR(300),
  photo VARCHAR(64),
  price VARCHAR,
  price_on DATE,
  supplier VARCHAR(300),
  where_kept VARCHAR(300),
  at_first BIGINT,
  story_tr TEXT,
  story_en TEXT,
  name_tr_key BLOB,
  name_en_key BLOB,
  supplier_key BLOB,
  where_kept_key BLOB,
  CONSTRAINT pk_gift_article PRIMARY KEY (id)
)
--
CREATE INDEX ix_gift_article_title_key_en ON gift_article (title_key_en)
--
CREATE INDEX ix_gift_article_title_key_tr ON gift_article (title_key_tr)
--
CREATE TABLE gift_custom (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  text_tr TEXT,
  text_en TEXT,
  countries VARCHAR,
  not_in VARCHAR,
  kind VARCHAR(60),
  words VARCHAR,
  pieces BIGINT,
  tag VARCHAR(60),
  source_tr VARCHAR(300),
  source_en VARCHAR(300),
  read_on DATE,
  name_tr_key BLOB,
  name_en_key BLOB,
  source_tr_key BLOB,
  source_en_key BLOB,
  CONSTRAINT pk_gift_custom PRIMARY KEY (id)
)
--
CREATE INDEX ix_gift_custom_title_key_en ON gift_custom (title_key_en)
--
CREATE INDEX ix_gift_custom_title_key_tr ON gift_custom (title_key_tr)
--
CREATE TABLE gift_limit (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  valid_from DATE,
  wage VARCHAR,
  source VARCHAR(300),
  source_key BLOB,
  CONSTRAINT pk_gift_limit PRIMARY KEY (id)
)
--
CREATE INDEX ix_gift_limit_title_key_en ON gift_limit (title_key_en)
--
CREATE INDEX ix_gift_limit_title_key_tr ON gift_limit (title_key_tr)
--
CREATE TABLE letter_template (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  about VARCHAR(60),
  copied_from VARCHAR(60),
  dated DATE,
  approval BOOLEAN,
  concerning_tr VARCHAR(300),
  concerning_en VARCHAR(300),
  addressee_tr VARCHAR(300),
  addressee_en VARCHAR(300),
  text_tr TEXT,
  text_en TEXT,
  enclosures_tr TEXT,
  enclosures_en TEXT,
  distribution_tr TEXT,
  distribution_en TEXT,
  name_tr_key BLOB,
  name_en_key BLOB,
  concerning_tr_key BLOB,
  concerning_en_key BLOB,
  addressee_tr_key BLOB,
  addressee_en_key BLOB,
  CONSTRAINT pk_letter_template PRIMARY KEY (id)
)
--
CREATE INDEX ix_letter_template_title_key_en ON letter_template (title_key_en)
--
CREATE INDEX ix_letter_template_title_key_tr ON letter_template (title_key_tr)
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
  colour VARCHAR(7),
  unit_tr VARCHAR(300),
  unit_en VARCHAR(300),
  address TEXT,
  phone VARCHAR(300),
  email VARCHAR(300),
  website VARCHAR(300),
  dormant_months BIGINT,
  remind_days BIGINT,
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
CREATE TABLE paper_profile (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  paper_name VARCHAR(300),
  paper VARCHAR(60),
  languages VARCHAR(20),
  options TEXT,
  name_tr_key BLOB,
  name_en_key BLOB,
  paper_name_key BLOB,
  CONSTRAINT pk_paper_profile PRIMARY KEY (id)
)
--
CREATE INDEX ix_paper_profile_title_key_en ON paper_profile (title_key_en)
--
CREATE INDEX ix_paper_profile_title_key_tr ON paper_profile (title_key_tr)
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
  home VARCHAR(4),
  CONSTRAINT pk_person PRIMARY KEY (id)
)
--
CREATE INDEX ix_person_title_key_en ON person (title_key_en)
--
CREATE INDEX ix_person_title_key_tr ON person (title_key_tr)
--
CREATE TABLE precedence_list (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  based_on VARCHAR(60),
  dated VARCHAR,
  approved_by VARCHAR(300),
  source_tr VARCHAR(300),
  source_en VARCHAR(300),
  verified BOOLEAN,
  name_tr_key BLOB,
  name_en_key BLOB,
  approved_by_key BLOB,
  source_tr_key BLOB,
  source_en_key BLOB,
  CONSTRAINT pk_precedence_list PRIMARY KEY (id)
)
--
CREATE INDEX ix_precedence_list_title_key_en ON precedence_list (title_key_en)
--
CREATE INDEX ix_precedence_list_title_key_tr ON precedence_list (title_key_tr)
--
CREATE TABLE relation_class (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  colour VARCHAR(60),
  place BIGINT,
  name_tr_key BLOB,
  name_en_key BLOB,
  CONSTRAINT pk_relation_class PRIMARY KEY (id)
)
--
CREATE INDEX ix_relation_class_title_key_en ON relation_class (title_key_en)
--
CREATE INDEX ix_relation_class_title_key_tr ON relation_class (title_key_tr)
--
CREATE TABLE tag (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name VARCHAR(60),
  colour VARCHAR(60),
  name_key BLOB,
  CONSTRAINT pk_tag PRIMARY KEY (id)
)
--
CREATE INDEX ix_tag_title_key_en ON tag (title_key_en)
--
CREATE INDEX ix_tag_title_key_tr ON tag (title_key_tr)
--
CREATE TABLE funding_call (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  funder VARCHAR(300),
  number VARCHAR(60),
  state VARCHAR(60),
  deadline DATE,
  officer_id VARCHAR(32),
  themes VARCHAR,
  countries VARCHAR,
  countries_needed BIGINT,
  most VARCHAR,
  own_share BIGINT,
  website VARCHAR(300),
  note TEXT,
  name_tr_key BLOB,
  name_en_key BLOB,
  funder_key BLOB,
  number_key BLOB,
  website_key BLOB,
  CONSTRAINT pk_funding_call PRIMARY KEY (id),
  CONSTRAINT fk_funding_call_officer_id FOREIGN KEY(officer_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_funding_call_officer_id ON funding_call (officer_id)
--
CREATE INDEX ix_funding_call_title_key_en ON funding_call (title_key_en)
--
CREATE INDEX ix_funding_call_title_key_tr ON funding_call (title_key_tr)
--
CREATE TABLE leave (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  person_id VARCHAR(32),
  starts DATE,
  ends DATE,
  deputy_id VARCHAR(32),
  note VARCHAR(500),
  note_key BLOB,
  CONSTRAINT pk_leave PRIMARY KEY (id),
  CONSTRAINT fk_leave_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_leave_deputy_id FOREIGN KEY(deputy_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_leave_deputy_id ON leave (deputy_id)
--
CREATE INDEX ix_leave_person_id ON leave (person_id)
--
CREATE INDEX ix_leave_title_key_en ON leave (title_key_en)
--
CREATE INDEX ix_leave_title_key_tr ON leave (title_key_tr)
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
CREATE TABLE precedence_post (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  list_id VARCHAR(32),
  rank BIGINT,
  foreign_rank BIGINT,
  function VARCHAR(60),
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  title_tr_key BLOB,
  title_en_key BLOB,
  CONSTRAINT pk_precedence_post PRIMARY KEY (id),
  CONSTRAINT fk_precedence_post_list_id FOREIGN KEY(list_id) REFERENCES precedence_list (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_precedence_post_list_id ON precedence_post (list_id)
--
CREATE INDEX ix_precedence_post_title_key_en ON precedence_post (title_key_en)
--
CREATE INDEX ix_precedence_post_title_key_tr ON precedence_post (title_key_tr)
--
CREATE TABLE stock_move (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  article_id VARCHAR(32),
  day DATE,
  pieces BIGINT,
  reason VARCHAR(60),
  note VARCHAR(300),
  CONSTRAINT pk_stock_move PRIMARY KEY (id),
  CONSTRAINT fk_stock_move_article_id FOREIGN KEY(article_id) REFERENCES gift_article (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_stock_move_article_id ON stock_move (article_id)
--
CREATE INDEX ix_stock_move_title_key_en ON stock_move (title_key_en)
--
CREATE INDEX ix_stock_move_title_key_tr ON stock_move (title_key_tr)
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
CREATE TABLE task (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  subject VARCHAR(100),
  what_tr VARCHAR(1000),
  what_en VARCHAR(1000),
  days BIGINT,
  due DATE,
  owner_id VARCHAR(32),
  asked_by_id VARCHAR(32),
  asked_on DATE,
  done_on DATE,
  done_by_id VARCHAR(32),
  origin VARCHAR(80),
  note TEXT,
  what_tr_key BLOB,
  what_en_key BLOB,
  CONSTRAINT pk_task PRIMARY KEY (id),
  CONSTRAINT fk_task_owner_id FOREIGN KEY(owner_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_task_asked_by_id FOREIGN KEY(asked_by_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_task_done_by_id FOREIGN KEY(done_by_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_task_asked_by_id ON task (asked_by_id)
--
CREATE INDEX ix_task_done_by_id ON task (done_by_id)
--
CREATE INDEX ix_task_owner_id ON task (owner_id)
--
CREATE INDEX ix_task_title_key_en ON task (title_key_en)
--
CREATE INDEX ix_task_title_key_tr ON task (title_key_tr)
--
CREATE TABLE vehicle (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  plate VARCHAR(20),
  name VARCHAR(300),
  kind VARCHAR(60),
  seats BIGINT,
  driver_id VARCHAR(32),
  phone VARCHAR(300),
  hired BOOLEAN,
  note VARCHAR(300),
  plate_key BLOB,
  name_key BLOB,
  phone_key BLOB,
  CONSTRAINT pk_vehicle PRIMARY KEY (id),
  CONSTRAINT fk_vehicle_driver_id FOREIGN KEY(driver_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_vehicle_driver_id ON vehicle (driver_id)
--
CREATE INDEX ix_vehicle_title_key_en ON vehicle (title_key_en)
--
CREATE INDEX ix_vehicle_title_key_tr ON vehicle (title_key_tr)
--
CREATE TABLE membership (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  partner_id VARCHAR(32),
  member_class VARCHAR(60),
  state VARCHAR(60),
  municipality_id VARCHAR(32),
  legal_form VARCHAR(60),
  number VARCHAR(60),
  since VARCHAR,
  until VARCHAR,
  decide_by DATE,
  council_date VARCHAR,
  council_number VARCHAR(60),
  ministry_date VARCHAR,
  ministry_number VARCHAR(60),
  dues VARCHAR,
  dues_basis VARCHAR(300),
  votes BOOLEAN,
  working_groups VARCHAR,
  source VARCHAR(300),
  note TEXT,
  number_key BLOB,
  council_number_key BLOB,
  ministry_number_key BLOB,
  dues_basis_key BLOB,
  source_key BLOB,
  CONSTRAINT pk_membership PRIMARY KEY (id),
  CONSTRAINT fk_membership_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_membership_municipality_id FOREIGN KEY(municipality_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_membership_municipality_id ON membership (municipality_id)
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
CREATE TABLE relation (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  partner_id VARCHAR(32),
  class_id VARCHAR(32),
  state VARCHAR(60),
  municipality_id VARCHAR(32),
  since VARCHAR,
  until VARCHAR,
  officer_id VARCHAR(32),
  review_on DATE,
  asked_by VARCHAR(60),
  asked_on VARCHAR,
  asked_through VARCHAR(300),
  answer VARCHAR(60),
  answered_on DATE,
  answer_note TEXT,
  reason_tr TEXT,
  reason_en TEXT,
  aim_tr TEXT,
  aim_en TEXT,
  asked_through_key BLOB,
  CONSTRAINT pk_relation PRIMARY KEY (id),
  CONSTRAINT fk_relation_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relation_class_id FOREIGN KEY(class_id) REFERENCES relation_class (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relation_municipality_id FOREIGN KEY(municipality_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relation_officer_id FOREIGN KEY(officer_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_relation_class_id ON relation (class_id)
--
CREATE INDEX ix_relation_municipality_id ON relation (municipality_id)
--
CREATE INDEX ix_relation_officer_id ON relation (officer_id)
--
CREATE INDEX ix_relation_partner_id ON relation (partner_id)
--
CREATE INDEX ix_relation_title_key_en ON relation (title_key_en)
--
CREATE INDEX ix_relation_title_key_tr ON relation (title_key_tr)
--
CREATE TABLE tie (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  partner_id VARCHAR(32),
  kind VARCHAR(60),
  other_id VARCHAR(32),
  since VARCHAR,
  until VARCHAR,
  note VARCHAR(300),
  note_key BLOB,
  CONSTRAINT pk_tie PRIMARY KEY (id),
  CONSTRAINT fk_tie_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_tie_other_id FOREIGN KEY(other_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_tie_other_id ON tie (other_id)
--
CREATE INDEX ix_tie_partner_id ON tie (partner_id)
--
CREATE INDEX ix_tie_title_key_en ON tie (title_key_en)
--
CREATE INDEX ix_tie_title_key_tr ON tie (title_key_tr)
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
  organiser VARCHAR(300),
  participation VARCHAR(60),
  budget VARCHAR,
  file_number VARCHAR(80),
  template BOOLEAN,
  copied_from_id VARCHAR(32),
  minutes_tr TEXT,
  minutes_en TEXT,
  outcome_tr TEXT,
  outcome_en TEXT,
  lessons TEXT,
  cleared_on DATE,
  title_tr_key BLOB,
  title_en_key BLOB,
  place_key BLOB,
  dress_tr_key BLOB,
  dress_en_key BLOB,
  weather_tr_key BLOB,
  weather_en_key BLOB,
  organiser_key BLOB,
  file_number_key BLOB,
  CONSTRAINT pk_visit PRIMARY KEY (id),
  CONSTRAINT fk_visit_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_visit_officer_id FOREIGN KEY(officer_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_visit_copied_from_id FOREIGN KEY(copied_from_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_visit_copied_from_id ON visit (copied_from_id)
--
CREATE INDEX ix_visit_officer_id ON visit (officer_id)
--
CREATE INDEX ix_visit_partner_id ON visit (partner_id)
--
CREATE INDEX ix_visit_title_key_en ON visit (title_key_en)
--
CREATE INDEX ix_visit_title_key_tr ON visit (title_key_tr)
--
CREATE TABLE year_day (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  month BIGINT,
  day BIGINT,
  since BIGINT,
  kind VARCHAR(60),
  partner_id VARCHAR(32),
  ceremony_kind VARCHAR(60),
  lead_days BIGINT,
  source VARCHAR(300),
  note TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  CONSTRAINT pk_year_day PRIMARY KEY (id),
  CONSTRAINT fk_year_day_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_year_day_partner_id ON year_day (partner_id)
--
CREATE INDEX ix_year_day_title_key_en ON year_day (title_key_en)
--
CREATE INDEX ix_year_day_title_key_tr ON year_day (title_key_tr)
--
CREATE TABLE benefit (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  membership_id VARCHAR(32),
  what_tr VARCHAR(1000),
  what_en VARCHAR(1000),
  day VARCHAR,
  value VARCHAR,
  what_tr_key BLOB,
  what_en_key BLOB,
  CONSTRAINT pk_benefit PRIMARY KEY (id),
  CONSTRAINT fk_benefit_membership_id FOREIGN KEY(membership_id) REFERENCES membership (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_benefit_membership_id ON benefit (membership_id)
--
CREATE INDEX ix_benefit_title_key_en ON benefit (title_key_en)
--
CREATE INDEX ix_benefit_title_key_tr ON benefit (title_key_tr)
--
CREATE TABLE ceremony (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  kind VARCHAR(60),
  state VARCHAR(60),
  starts VARCHAR,
  ends VARCHAR,
  place_tr VARCHAR(300),
  place_en VARCHAR(300),
  visit_id VARCHAR(32),
  partner_id VARCHAR(32),
  officer_id VARCHAR(32),
  answer_by DATE,
  most_guests BIGINT,
  rule_set VARCHAR(60),
  list_id VARCHAR(32),
  guest_first BOOLEAN,
  governor_first BOOLEAN,
  garrison BOOLEAN,
  acting VARCHAR(60),
  representing VARCHAR(60),
  frozen_on DATE,
  dress_tr VARCHAR(300),
  dress_en VARCHAR(300),
  rain_tr TEXT,
  rain_en TEXT,
  note TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  place_tr_key BLOB,
  place_en_key BLOB,
  dress_tr_key BLOB,
  dress_en_key BLOB,
  CONSTRAINT pk_ceremony PRIMARY KEY (id),
  CONSTRAINT fk_ceremony_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ceremony_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ceremony_officer_id FOREIGN KEY(officer_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ceremony_list_id FOREIGN KEY(list_id) REFERENCES precedence_list (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_ceremony_list_id ON ceremony (list_id)
--
CREATE INDEX ix_ceremony_officer_id ON ceremony (officer_id)
--
CREATE INDEX ix_ceremony_partner_id ON ceremony (partner_id)
--
CREATE INDEX ix_ceremony_title_key_en ON ceremony (title_key_en)
--
CREATE INDEX ix_ceremony_title_key_tr ON ceremony (title_key_tr)
--
CREATE INDEX ix_ceremony_visit_id ON ceremony (visit_id)
--
CREATE TABLE contact (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  headline VARCHAR(300),
  day DATE,
  kind VARCHAR(60),
  direction VARCHAR(60),
  partner_id VARCHAR(32),
  person_id VARCHAR(32),
  officer_id VARCHAR(32),
  visit_id VARCHAR(32),
  text TEXT,
  number VARCHAR(80),
  refers_id VARCHAR(32),
  answer_by DATE,
  answered BOOLEAN,
  headline_key BLOB,
  number_key BLOB,
  CONSTRAINT pk_contact PRIMARY KEY (id),
  CONSTRAINT fk_contact_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_contact_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_contact_officer_id FOREIGN KEY(officer_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_contact_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_contact_refers_id FOREIGN KEY(refers_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_contact_officer_id ON contact (officer_id)
--
CREATE INDEX ix_contact_partner_id ON contact (partner_id)
--
CREATE INDEX ix_contact_person_id ON contact (person_id)
--
CREATE INDEX ix_contact_refers_id ON contact (refers_id)
--
CREATE INDEX ix_contact_title_key_en ON contact (title_key_en)
--
CREATE INDEX ix_contact_title_key_tr ON contact (title_key_tr)
--
CREATE INDEX ix_contact_visit_id ON contact (visit_id)
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
CREATE TABLE lodging (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  name VARCHAR(300),
  address TEXT,
  phone VARCHAR(300),
  website VARCHAR(300),
  note TEXT,
  name_key BLOB,
  phone_key BLOB,
  CONSTRAINT pk_lodging PRIMARY KEY (id),
  CONSTRAINT fk_lodging_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_lodging_title_key_en ON lodging (title_key_en)
--
CREATE INDEX ix_lodging_title_key_tr ON lodging (title_key_tr)
--
CREATE INDEX ix_lodging_visit_id ON lodging (visit_id)
--
CREATE TABLE own_section (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  stands VARCHAR(60),
  place BIGINT,
  text_tr TEXT,
  text_en TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  CONSTRAINT pk_own_section PRIMARY KEY (id),
  CONSTRAINT fk_own_section_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_own_section_title_key_en ON own_section (title_key_en)
--
CREATE INDEX ix_own_section_title_key_tr ON own_section (title_key_tr)
--
CREATE INDEX ix_own_section_visit_id ON own_section (visit_id)
--
CREATE TABLE payment (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  membership_id VARCHAR(32),
  year BIGINT,
  amount VARCHAR,
  due DATE,
  paid_on DATE,
  in_lira VARCHAR,
  invoice VARCHAR(80),
  invoice_key BLOB,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT fk_payment_membership_id FOREIGN KEY(membership_id) REFERENCES membership (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_payment_membership_id ON payment (membership_id)
--
CREATE INDEX ix_payment_title_key_en ON payment (title_key_en)
--
CREATE INDEX ix_payment_title_key_tr ON payment (title_key_tr)
--
CREATE TABLE score (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  relation_id VARCHAR(32),
  criterion_id VARCHAR(32),
  points BIGINT,
  note VARCHAR(500),
  note_key BLOB,
  CONSTRAINT pk_score PRIMARY KEY (id),
  CONSTRAINT fk_score_relation_id FOREIGN KEY(relation_id) REFERENCES relation (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_score_criterion_id FOREIGN KEY(criterion_id) REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_score_criterion_id ON score (criterion_id)
--
CREATE INDEX ix_score_relation_id ON score (relation_id)
--
CREATE INDEX ix_score_title_key_en ON score (title_key_en)
--
CREATE INDEX ix_score_title_key_tr ON score (title_key_tr)
--
CREATE TABLE seat (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  membership_id VARCHAR(32),
  role_tr VARCHAR(300),
  role_en VARCHAR(300),
  person_id VARCHAR(32),
  since VARCHAR,
  until VARCHAR,
  role_tr_key BLOB,
  role_en_key BLOB,
  CONSTRAINT pk_seat PRIMARY KEY (id),
  CONSTRAINT fk_seat_membership_id FOREIGN KEY(membership_id) REFERENCES membership (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_seat_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_seat_membership_id ON seat (membership_id)
--
CREATE INDEX ix_seat_person_id ON seat (person_id)
--
CREATE INDEX ix_seat_title_key_en ON seat (title_key_en)
--
CREATE INDEX ix_seat_title_key_tr ON seat (title_key_tr)
--
CREATE TABLE slot (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  starts VARCHAR,
  ends VARCHAR,
  session VARCHAR(300),
  topic_tr VARCHAR(300),
  topic_en VARCHAR(300),
  person_id VARCHAR(32),
  role VARCHAR(60),
  position_tr TEXT,
  position_en TEXT,
  result_tr TEXT,
  result_en TEXT,
  session_key BLOB,
  topic_tr_key BLOB,
  topic_en_key BLOB,
  CONSTRAINT pk_slot PRIMARY KEY (id),
  CONSTRAINT fk_slot_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_slot_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_slot_person_id ON slot (person_id)
--
CREATE INDEX ix_slot_title_key_en ON slot (title_key_en)
--
CREATE INDEX ix_slot_title_key_tr ON slot (title_key_tr)
--
CREATE INDEX ix_slot_visit_id ON slot (visit_id)
--
CREATE TABLE talking_point (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  kind VARCHAR(60),
  text_tr TEXT,
  text_en TEXT,
  place BIGINT,
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
CREATE TABLE travel (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  direction VARCHAR(60),
  means VARCHAR(60),
  number VARCHAR(60),
  origin VARCHAR(300),
  destination VARCHAR(300),
  leaves VARCHAR,
  arrives VARCHAR,
  met_by_id VARCHAR(32),
  note TEXT,
  number_key BLOB,
  origin_key BLOB,
  destination_key BLOB,
  CONSTRAINT pk_travel PRIMARY KEY (id),
  CONSTRAINT fk_travel_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_travel_met_by_id FOREIGN KEY(met_by_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_travel_met_by_id ON travel (met_by_id)
--
CREATE INDEX ix_travel_title_key_en ON travel (title_key_en)
--
CREATE INDEX ix_travel_title_key_tr ON travel (title_key_tr)
--
CREATE INDEX ix_travel_visit_id ON travel (visit_id)
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
  wanted_on DATE,
  ceremony_id VARCHAR(32),
  chain VARCHAR(60),
  council_date VARCHAR,
  council_number VARCHAR(60),
  ministry_date VARCHAR,
  ministry_number VARCHAR(60),
  subject_tr TEXT,
  subject_en TEXT,
  themes VARCHAR,
  ends_on VARCHAR,
  renews_itself BOOLEAN,
  renewal_years BIGINT,
  notice_months BIGINT,
  act VARCHAR(60),
  follows_id VARCHAR(32),
  source VARCHAR(300),
  note TEXT,
  signed_at_key BLOB,
  council_number_key BLOB,
  ministry_number_key BLOB,
  source_key BLOB,
  CONSTRAINT pk_agreement PRIMARY KEY (id),
  CONSTRAINT fk_agreement_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_agreement_municipality_id FOREIGN KEY(municipality_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_agreement_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_agreement_follows_id FOREIGN KEY(follows_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_agreement_ceremony_id ON agreement (ceremony_id)
--
CREATE INDEX ix_agreement_follows_id ON agreement (follows_id)
--
CREATE INDEX ix_agreement_municipality_id ON agreement (municipality_id)
--
CREATE INDEX ix_agreement_partner_id ON agreement (partner_id)
--
CREATE INDEX ix_agreement_title_key_en ON agreement (title_key_en)
--
CREATE INDEX ix_agreement_title_key_tr ON agreement (title_key_tr)
--
CREATE TABLE flag_plan (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  ceremony_id VARCHAR(32),
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  setting VARCHAR(60),
  policy VARCHAR(60),
  sets BIGINT,
  note TEXT,
  name_tr_key BLOB,
  name_en_key BLOB,
  CONSTRAINT pk_flag_plan PRIMARY KEY (id),
  CONSTRAINT fk_flag_plan_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_flag_plan_ceremony_id ON flag_plan (ceremony_id)
--
CREATE INDEX ix_flag_plan_title_key_en ON flag_plan (title_key_en)
--
CREATE INDEX ix_flag_plan_title_key_tr ON flag_plan (title_key_tr)
--
CREATE TABLE guest (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  ceremony_id VARCHAR(32),
  person_id VARCHAR(32),
  post_id VARCHAR(32),
  side VARCHAR(60),
  role VARCHAR(60),
  state VARCHAR(60),
  speaks BOOLEAN,
  capacity VARCHAR(60),
  stands_for_id VARCHAR(32),
  substitute_id VARCHAR(32),
  spouse_id VARCHAR(32),
  companion_of_id VARCHAR(32),
  came_at VARCHAR,
  interprets VARCHAR,
  step_free BOOLEAN,
  needs VARCHAR(300),
  frozen_place BIGINT,
  frozen_reason TEXT,
  note TEXT,
  CONSTRAINT pk_guest PRIMARY KEY (id),
  CONSTRAINT fk_guest_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_guest_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_guest_post_id FOREIGN KEY(post_id) REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_guest_stands_for_id FOREIGN KEY(stands_for_id) REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_guest_substitute_id FOREIGN KEY(substitute_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_guest_spouse_id FOREIGN KEY(spouse_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_guest_companion_of_id FOREIGN KEY(companion_of_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_guest_ceremony_id ON guest (ceremony_id)
--
CREATE INDEX ix_guest_companion_of_id ON guest (companion_of_id)
--
CREATE INDEX ix_guest_person_id ON guest (person_id)
--
CREATE INDEX ix_guest_post_id ON guest (post_id)
--
CREATE INDEX ix_guest_spouse_id ON guest (spouse_id)
--
CREATE INDEX ix_guest_stands_for_id ON guest (stands_for_id)
--
CREATE INDEX ix_guest_substitute_id ON guest (substitute_id)
--
CREATE INDEX ix_guest_title_key_en ON guest (title_key_en)
--
CREATE INDEX ix_guest_title_key_tr ON guest (title_key_tr)
--
CREATE TABLE phase (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  ceremony_id VARCHAR(32),
  place BIGINT,
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  minutes BIGINT,
  starts VARCHAR,
  who_tr VARCHAR(300),
  who_en VARCHAR(300),
  where_tr VARCHAR(300),
  where_en VARCHAR(300),
  cue_tr VARCHAR(300),
  cue_en VARCHAR(300),
  variant VARCHAR(60),
  audience VARCHAR(60),
  title_tr_key BLOB,
  title_en_key BLOB,
  who_tr_key BLOB,
  who_en_key BLOB,
  where_tr_key BLOB,
  where_en_key BLOB,
  cue_tr_key BLOB,
  cue_en_key BLOB,
  CONSTRAINT pk_phase PRIMARY KEY (id),
  CONSTRAINT fk_phase_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_phase_ceremony_id ON phase (ceremony_id)
--
CREATE INDEX ix_phase_title_key_en ON phase (title_key_en)
--
CREATE INDEX ix_phase_title_key_tr ON phase (title_key_tr)
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
  kind VARCHAR(60),
  timing VARCHAR(60),
  travel_minutes BIGINT,
  responsible_id VARCHAR(32),
  phone VARCHAR(300),
  place_tr VARCHAR(300),
  place_en VARCHAR(300),
  address VARCHAR(300),
  position VARCHAR,
  takes_part VARCHAR(60),
  speakers VARCHAR(300),
  dress_tr VARCHAR(300),
  dress_en VARCHAR(300),
  press BOOLEAN,
  audience VARCHAR(60),
  ceremony_id VARCHAR(32),
  plan_b_tr TEXT,
  plan_b_en TEXT,
  milestone BOOLEAN,
  part_tr VARCHAR(300),
  part_en VARCHAR(300),
  began VARCHAR,
  finished VARCHAR,
  guests_note_tr TEXT,
  guests_note_en TEXT,
  crew_note_tr TEXT,
  crew_note_en TEXT,
  note_tr TEXT,
  note_en TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  phone_key BLOB,
  place_tr_key BLOB,
  place_en_key BLOB,
  CONSTRAINT pk_programme_item PRIMARY KEY (id),
  CONSTRAINT fk_programme_item_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_programme_item_responsible_id FOREIGN KEY(responsible_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_programme_item_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_programme_item_ceremony_id ON programme_item (ceremony_id)
--
CREATE INDEX ix_programme_item_responsible_id ON programme_item (responsible_id)
--
CREATE INDEX ix_programme_item_title_key_en ON programme_item (title_key_en)
--
CREATE INDEX ix_programme_item_title_key_tr ON programme_item (title_key_tr)
--
CREATE INDEX ix_programme_item_visit_id ON programme_item (visit_id)
--
CREATE TABLE room (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  lodging_id VARCHAR(32),
  number VARCHAR(40),
  kind VARCHAR(60),
  beds BIGINT,
  note VARCHAR(300),
  number_key BLOB,
  CONSTRAINT pk_room PRIMARY KEY (id),
  CONSTRAINT fk_room_lodging_id FOREIGN KEY(lodging_id) REFERENCES lodging (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_room_lodging_id ON room (lodging_id)
--
CREATE INDEX ix_room_title_key_en ON room (title_key_en)
--
CREATE INDEX ix_room_title_key_tr ON room (title_key_tr)
--
CREATE TABLE seating_plan (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  ceremony_id VARCHAR(32),
  name_tr VARCHAR(300),
  name_en VARCHAR(300),
  layout VARCHAR(60),
  head BIGINT,
  arms BIGINT,
  rows BIGINT,
  "left" BIGINT,
  "right" BIGINT,
  seats BIGINT,
  interpreter VARCHAR(60),
  aisle_right_first BOOLEAN,
  style VARCHAR(60),
  host_place VARCHAR(60),
  seed BIGINT,
  observer_tr VARCHAR(60),
  observer_en VARCHAR(60),
  width BIGINT,
  depth BIGINT,
  picture VARCHAR(64),
  name_tr_key BLOB,
  name_en_key BLOB,
  CONSTRAINT pk_seating_plan PRIMARY KEY (id),
  CONSTRAINT fk_seating_plan_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_seating_plan_ceremony_id ON seating_plan (ceremony_id)
--
CREATE INDEX ix_seating_plan_title_key_en ON seating_plan (title_key_en)
--
CREATE INDEX ix_seating_plan_title_key_tr ON seating_plan (title_key_tr)
--
CREATE TABLE speech (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  speaker_id VARCHAR(32),
  day DATE,
  state VARCHAR(60),
  themes VARCHAR,
  occasion VARCHAR(60),
  ceremony_id VARCHAR(32),
  visit_id VARCHAR(32),
  text_tr TEXT,
  text_en TEXT,
  note TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  CONSTRAINT pk_speech PRIMARY KEY (id),
  CONSTRAINT fk_speech_speaker_id FOREIGN KEY(speaker_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_speech_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_speech_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_speech_ceremony_id ON speech (ceremony_id)
--
CREATE INDEX ix_speech_speaker_id ON speech (speaker_id)
--
CREATE INDEX ix_speech_title_key_en ON speech (title_key_en)
--
CREATE INDEX ix_speech_title_key_tr ON speech (title_key_tr)
--
CREATE INDEX ix_speech_visit_id ON speech (visit_id)
--
CREATE TABLE agreement_text (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  agreement_id VARCHAR(32),
  languages VARCHAR,
  authentic BOOLEAN,
  text TEXT,
  CONSTRAINT pk_agreement_text PRIMARY KEY (id),
  CONSTRAINT fk_agreement_text_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_agreement_text_agreement_id ON agreement_text (agreement_id)
--
CREATE INDEX ix_agreement_text_title_key_en ON agreement_text (title_key_en)
--
CREATE INDEX ix_agreement_text_title_key_tr ON agreement_text (title_key_tr)
--
CREATE TABLE commitment (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  what_tr VARCHAR(1000),
  what_en VARCHAR(1000),
  partner_id VARCHAR(32),
  visit_id VARCHAR(32),
  agreement_id VARCHAR(32),
  membership_id VARCHAR(32),
  whose VARCHAR(60),
  owner_id VARCHAR(32),
  due DATE,
  repeats VARCHAR(60),
  state VARCHAR(60),
  evidence TEXT,
  what_tr_key BLOB,
  what_en_key BLOB,
  CONSTRAINT pk_commitment PRIMARY KEY (id),
  CONSTRAINT fk_commitment_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_commitment_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_commitment_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_commitment_membership_id FOREIGN KEY(membership_id) REFERENCES membership (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_commitment_owner_id FOREIGN KEY(owner_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_commitment_agreement_id ON commitment (agreement_id)
--
CREATE INDEX ix_commitment_membership_id ON commitment (membership_id)
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
CREATE TABLE cue (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  item_id VARCHAR(32),
  phase_id VARCHAR(32),
  role VARCHAR(60),
  minutes BIGINT,
  text_tr TEXT,
  text_en TEXT,
  CONSTRAINT pk_cue PRIMARY KEY (id),
  CONSTRAINT fk_cue_item_id FOREIGN KEY(item_id) REFERENCES programme_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_cue_phase_id FOREIGN KEY(phase_id) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_cue_item_id ON cue (item_id)
--
CREATE INDEX ix_cue_phase_id ON cue (phase_id)
--
CREATE INDEX ix_cue_title_key_en ON cue (title_key_en)
--
CREATE INDEX ix_cue_title_key_tr ON cue (title_key_tr)
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
  state VARCHAR(60),
  came_at VARCHAR,
  counterpart_id VARCHAR(32),
  arrival_id VARCHAR(32),
  departure_id VARCHAR(32),
  room_id VARCHAR(32),
  payer VARCHAR(60),
  allowance VARCHAR,
  meals VARCHAR(300),
  step_free BOOLEAN,
  needs VARCHAR(300),
  emergency_contact VARCHAR(300),
  passport_kind VARCHAR(60),
  passport VARCHAR(40),
  passport_until DATE,
  visa VARCHAR(60),
  photo_consent VARCHAR(60),
  privacy_consent VARCHAR(60),
  privacy_text VARCHAR(80),
  privacy_on DATE,
  note TEXT,
  phone_key BLOB,
  CONSTRAINT pk_delegation_member PRIMARY KEY (id),
  CONSTRAINT fk_delegation_member_delegation_id FOREIGN KEY(delegation_id) REFERENCES delegation (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_member_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_member_post_id FOREIGN KEY(post_id) REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_member_counterpart_id FOREIGN KEY(counterpart_id) REFERENCES delegation_member (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_member_arrival_id FOREIGN KEY(arrival_id) REFERENCES travel (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_member_departure_id FOREIGN KEY(departure_id) REFERENCES travel (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_delegation_member_room_id FOREIGN KEY(room_id) REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_delegation_member_arrival_id ON delegation_member (arrival_id)
--
CREATE INDEX ix_delegation_member_counterpart_id ON delegation_member (counterpart_id)
--
CREATE INDEX ix_delegation_member_delegation_id ON delegation_member (delegation_id)
--
CREATE INDEX ix_delegation_member_departure_id ON delegation_member (departure_id)
--
CREATE INDEX ix_delegation_member_person_id ON delegation_member (person_id)
--
CREATE INDEX ix_delegation_member_post_id ON delegation_member (post_id)
--
CREATE INDEX ix_delegation_member_room_id ON delegation_member (room_id)
--
CREATE INDEX ix_delegation_member_title_key_en ON delegation_member (title_key_en)
--
CREATE INDEX ix_delegation_member_title_key_tr ON delegation_member (title_key_tr)
--
CREATE TABLE flag_shown (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  plan_id VARCHAR(32),
  code VARCHAR(120),
  picture VARCHAR(64),
  code_key BLOB,
  CONSTRAINT pk_flag_shown PRIMARY KEY (id),
  CONSTRAINT fk_flag_shown_plan_id FOREIGN KEY(plan_id) REFERENCES flag_plan (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_flag_shown_plan_id ON flag_shown (plan_id)
--
CREATE INDEX ix_flag_shown_title_key_en ON flag_shown (title_key_en)
--
CREATE INDEX ix_flag_shown_title_key_tr ON flag_shown (title_key_tr)
--
CREATE TABLE gift (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  number VARCHAR(40),
  direction VARCHAR(60),
  state VARCHAR(60),
  day DATE,
  article_id VARCHAR(32),
  what_tr VARCHAR(300),
  what_en VARCHAR(300),
  kind VARCHAR(60),
  material VARCHAR(300),
  pieces BIGINT,
  photo VARCHAR(64),
  visit_id VARCHAR(32),
  ceremony_id VARCHAR(32),
  item_id VARCHAR(32),
  giver_id VARCHAR(32),
  giver_body_id VARCHAR(32),
  receiver_id VARCHAR(32),
  receiver_body_id VARCHAR(32),
  value VARCHAR,
  in_lira VARCHAR,
  value_source VARCHAR(60),
  value_on DATE,
  valuation_number VARCHAR(80),
  basis VARCHAR(60),
  inventory_number VARCHAR(80),
  where_kept VARCHAR(300),
  keeper_id VARCHAR(32),
  handed_in_on DATE,
  announced_on DATE,
  returned_on DATE,
  listed_in BIGINT,
  note TEXT,
  number_key BLOB,
  what_tr_key BLOB,
  what_en_key BLOB,
  inventory_number_key BLOB,
  where_kept_key BLOB,
  CONSTRAINT pk_gift PRIMARY KEY (id),
  CONSTRAINT fk_gift_article_id FOREIGN KEY(article_id) REFERENCES gift_article (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_gift_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_gift_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_gift_item_id FOREIGN KEY(item_id) REFERENCES programme_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_gift_giver_id FOREIGN KEY(giver_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_gift_giver_body_id FOREIGN KEY(giver_body_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_gift_receiver_id FOREIGN KEY(receiver_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_gift_receiver_body_id FOREIGN KEY(receiver_body_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_gift_keeper_id FOREIGN KEY(keeper_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_gift_article_id ON gift (article_id)
--
CREATE INDEX ix_gift_ceremony_id ON gift (ceremony_id)
--
CREATE INDEX ix_gift_giver_body_id ON gift (giver_body_id)
--
CREATE INDEX ix_gift_giver_id ON gift (giver_id)
--
CREATE INDEX ix_gift_item_id ON gift (item_id)
--
CREATE INDEX ix_gift_keeper_id ON gift (keeper_id)
--
CREATE INDEX ix_gift_receiver_body_id ON gift (receiver_body_id)
--
CREATE INDEX ix_gift_receiver_id ON gift (receiver_id)
--
CREATE INDEX ix_gift_title_key_en ON gift (title_key_en)
--
CREATE INDEX ix_gift_title_key_tr ON gift (title_key_tr)
--
CREATE INDEX ix_gift_visit_id ON gift (visit_id)
--
CREATE TABLE guest_move (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  ceremony_id VARCHAR(32),
  guest_id VARCHAR(32),
  before_id VARCHAR(32),
  reason VARCHAR(500),
  place BIGINT,
  reason_key BLOB,
  CONSTRAINT pk_guest_move PRIMARY KEY (id),
  CONSTRAINT fk_guest_move_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_guest_move_guest_id FOREIGN KEY(guest_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_guest_move_before_id FOREIGN KEY(before_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_guest_move_before_id ON guest_move (before_id)
--
CREATE INDEX ix_guest_move_ceremony_id ON guest_move (ceremony_id)
--
CREATE INDEX ix_guest_move_guest_id ON guest_move (guest_id)
--
CREATE INDEX ix_guest_move_title_key_en ON guest_move (title_key_en)
--
CREATE INDEX ix_guest_move_title_key_tr ON guest_move (title_key_tr)
--
CREATE TABLE invitation (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  guest_id VARCHAR(32),
  round BIGINT,
  way VARCHAR(60),
  at VARCHAR,
  by_id VARCHAR(32),
  spoke_with VARCHAR(300),
  answer VARCHAR(60),
  number VARCHAR(60),
  note VARCHAR(300),
  spoke_with_key BLOB,
  note_key BLOB,
  CONSTRAINT pk_invitation PRIMARY KEY (id),
  CONSTRAINT fk_invitation_guest_id FOREIGN KEY(guest_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_invitation_by_id FOREIGN KEY(by_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_invitation_by_id ON invitation (by_id)
--
CREATE INDEX ix_invitation_guest_id ON invitation (guest_id)
--
CREATE INDEX ix_invitation_title_key_en ON invitation (title_key_en)
--
CREATE INDEX ix_invitation_title_key_tr ON invitation (title_key_tr)
--
CREATE TABLE placing (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  plan_id VARCHAR(32),
  seat VARCHAR(60),
  guest_id VARCHAR(32),
  locked BOOLEAN,
  blocked BOOLEAN,
  seat_key BLOB,
  CONSTRAINT pk_placing PRIMARY KEY (id),
  CONSTRAINT fk_placing_plan_id FOREIGN KEY(plan_id) REFERENCES seating_plan (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_placing_guest_id FOREIGN KEY(guest_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_placing_guest_id ON placing (guest_id)
--
CREATE INDEX ix_placing_plan_id ON placing (plan_id)
--
CREATE INDEX ix_placing_title_key_en ON placing (title_key_en)
--
CREATE INDEX ix_placing_title_key_tr ON placing (title_key_tr)
--
CREATE TABLE project (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  title_tr VARCHAR(300),
  title_en VARCHAR(300),
  number VARCHAR(60),
  state VARCHAR(60),
  starts DATE,
  ends DATE,
  lead_id VARCHAR(32),
  officer_id VARCHAR(32),
  call_id VARCHAR(32),
  agreement_id VARCHAR(32),
  themes VARCHAR,
  report_on DATE,
  aim_tr TEXT,
  aim_en TEXT,
  results_tr TEXT,
  results_en TEXT,
  budget VARCHAR,
  grant VARCHAR,
  own_part VARCHAR,
  note TEXT,
  title_tr_key BLOB,
  title_en_key BLOB,
  number_key BLOB,
  CONSTRAINT pk_project PRIMARY KEY (id),
  CONSTRAINT fk_project_lead_id FOREIGN KEY(lead_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_project_officer_id FOREIGN KEY(officer_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_project_call_id FOREIGN KEY(call_id) REFERENCES funding_call (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_project_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_project_agreement_id ON project (agreement_id)
--
CREATE INDEX ix_project_call_id ON project (call_id)
--
CREATE INDEX ix_project_lead_id ON project (lead_id)
--
CREATE INDEX ix_project_officer_id ON project (officer_id)
--
CREATE INDEX ix_project_title_key_en ON project (title_key_en)
--
CREATE INDEX ix_project_title_key_tr ON project (title_key_tr)
--
CREATE TABLE ride (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  starts VARCHAR,
  ends VARCHAR,
  vehicle_id VARCHAR(32),
  driver_id VARCHAR(32),
  origin VARCHAR(300),
  destination VARCHAR(300),
  item_id VARCHAR(32),
  place BIGINT,
  note VARCHAR(300),
  origin_key BLOB,
  destination_key BLOB,
  CONSTRAINT pk_ride PRIMARY KEY (id),
  CONSTRAINT fk_ride_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ride_vehicle_id FOREIGN KEY(vehicle_id) REFERENCES vehicle (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ride_driver_id FOREIGN KEY(driver_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_ride_item_id FOREIGN KEY(item_id) REFERENCES programme_item (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_ride_driver_id ON ride (driver_id)
--
CREATE INDEX ix_ride_item_id ON ride (item_id)
--
CREATE INDEX ix_ride_title_key_en ON ride (title_key_en)
--
CREATE INDEX ix_ride_title_key_tr ON ride (title_key_tr)
--
CREATE INDEX ix_ride_vehicle_id ON ride (vehicle_id)
--
CREATE INDEX ix_ride_visit_id ON ride (visit_id)
--
CREATE TABLE seat_wish (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  ceremony_id VARCHAR(32),
  guest_id VARCHAR(32),
  kind VARCHAR(60),
  other_id VARCHAR(32),
  must BOOLEAN,
  weight BIGINT,
  reason VARCHAR(300),
  reason_key BLOB,
  CONSTRAINT pk_seat_wish PRIMARY KEY (id),
  CONSTRAINT fk_seat_wish_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_seat_wish_guest_id FOREIGN KEY(guest_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_seat_wish_other_id FOREIGN KEY(other_id) REFERENCES guest (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_seat_wish_ceremony_id ON seat_wish (ceremony_id)
--
CREATE INDEX ix_seat_wish_guest_id ON seat_wish (guest_id)
--
CREATE INDEX ix_seat_wish_other_id ON seat_wish (other_id)
--
CREATE INDEX ix_seat_wish_title_key_en ON seat_wish (title_key_en)
--
CREATE INDEX ix_seat_wish_title_key_tr ON seat_wish (title_key_tr)
--
CREATE TABLE seating_table (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  plan_id VARCHAR(32),
  name VARCHAR(40),
  seats BIGINT,
  near_door BOOLEAN,
  x BIGINT,
  y BIGINT,
  colour VARCHAR(60),
  place BIGINT,
  name_key BLOB,
  CONSTRAINT pk_seating_table PRIMARY KEY (id),
  CONSTRAINT fk_seating_table_plan_id FOREIGN KEY(plan_id) REFERENCES seating_plan (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_seating_table_plan_id ON seating_table (plan_id)
--
CREATE INDEX ix_seating_table_title_key_en ON seating_table (title_key_en)
--
CREATE INDEX ix_seating_table_title_key_tr ON seating_table (title_key_tr)
--
CREATE TABLE signatory (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  agreement_id VARCHAR(32),
  person_id VARCHAR(32),
  post_id VARCHAR(32),
  side VARCHAR(60),
  CONSTRAINT pk_signatory PRIMARY KEY (id),
  CONSTRAINT fk_signatory_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_signatory_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_signatory_post_id FOREIGN KEY(post_id) REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_signatory_agreement_id ON signatory (agreement_id)
--
CREATE INDEX ix_signatory_person_id ON signatory (person_id)
--
CREATE INDEX ix_signatory_post_id ON signatory (post_id)
--
CREATE INDEX ix_signatory_title_key_en ON signatory (title_key_en)
--
CREATE INDEX ix_signatory_title_key_tr ON signatory (title_key_tr)
--
CREATE TABLE duty (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  person_id VARCHAR(32),
  kind VARCHAR(60),
  starts VARCHAR,
  ends VARCHAR,
  member_id VARCHAR(32),
  item_id VARCHAR(32),
  languages VARCHAR,
  phone VARCHAR(300),
  note VARCHAR(300),
  phone_key BLOB,
  CONSTRAINT pk_duty PRIMARY KEY (id),
  CONSTRAINT fk_duty_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_duty_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_duty_member_id FOREIGN KEY(member_id) REFERENCES delegation_member (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_duty_item_id FOREIGN KEY(item_id) REFERENCES programme_item (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_duty_item_id ON duty (item_id)
--
CREATE INDEX ix_duty_member_id ON duty (member_id)
--
CREATE INDEX ix_duty_person_id ON duty (person_id)
--
CREATE INDEX ix_duty_title_key_en ON duty (title_key_en)
--
CREATE INDEX ix_duty_title_key_tr ON duty (title_key_tr)
--
CREATE INDEX ix_duty_visit_id ON duty (visit_id)
--
CREATE TABLE expense (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  visit_id VARCHAR(32),
  ceremony_id VARCHAR(32),
  what_tr VARCHAR(300),
  what_en VARCHAR(300),
  kind VARCHAR(60),
  rate VARCHAR,
  days BIGINT,
  planned VARCHAR,
  spent VARCHAR,
  in_lira VARCHAR,
  payer VARCHAR(60),
  member_id VARCHAR(32),
  day DATE,
  note VARCHAR(300),
  code VARCHAR(60),
  approved_on DATE,
  approval_number VARCHAR(80),
  invoiced_on DATE,
  invoice VARCHAR(80),
  paid_on DATE,
  what_tr_key BLOB,
  what_en_key BLOB,
  approval_number_key BLOB,
  invoice_key BLOB,
  CONSTRAINT pk_expense PRIMARY KEY (id),
  CONSTRAINT fk_expense_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_expense_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_expense_member_id FOREIGN KEY(member_id) REFERENCES delegation_member (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_expense_ceremony_id ON expense (ceremony_id)
--
CREATE INDEX ix_expense_member_id ON expense (member_id)
--
CREATE INDEX ix_expense_title_key_en ON expense (title_key_en)
--
CREATE INDEX ix_expense_title_key_tr ON expense (title_key_tr)
--
CREATE INDEX ix_expense_visit_id ON expense (visit_id)
--
CREATE TABLE passenger (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  ride_id VARCHAR(32),
  member_id VARCHAR(32),
  place BIGINT,
  CONSTRAINT pk_passenger PRIMARY KEY (id),
  CONSTRAINT fk_passenger_ride_id FOREIGN KEY(ride_id) REFERENCES ride (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_passenger_member_id FOREIGN KEY(member_id) REFERENCES delegation_member (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_passenger_member_id ON passenger (member_id)
--
CREATE INDEX ix_passenger_ride_id ON passenger (ride_id)
--
CREATE INDEX ix_passenger_title_key_en ON passenger (title_key_en)
--
CREATE INDEX ix_passenger_title_key_tr ON passenger (title_key_tr)
--
CREATE TABLE project_partner (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  project_id VARCHAR(32),
  partner_id VARCHAR(32),
  role VARCHAR(60),
  part VARCHAR,
  person_id VARCHAR(32),
  note VARCHAR(500),
  CONSTRAINT pk_project_partner PRIMARY KEY (id),
  CONSTRAINT fk_project_partner_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_project_partner_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_project_partner_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_project_partner_partner_id ON project_partner (partner_id)
--
CREATE INDEX ix_project_partner_person_id ON project_partner (person_id)
--
CREATE INDEX ix_project_partner_project_id ON project_partner (project_id)
--
CREATE INDEX ix_project_partner_title_key_en ON project_partner (title_key_en)
--
CREATE INDEX ix_project_partner_title_key_tr ON project_partner (title_key_tr)
--
CREATE TABLE room_change (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  member_id VARCHAR(32),
  starts DATE,
  room_id VARCHAR(32),
  CONSTRAINT pk_room_change PRIMARY KEY (id),
  CONSTRAINT fk_room_change_member_id FOREIGN KEY(member_id) REFERENCES delegation_member (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_room_change_room_id FOREIGN KEY(room_id) REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_room_change_member_id ON room_change (member_id)
--
CREATE INDEX ix_room_change_room_id ON room_change (room_id)
--
CREATE INDEX ix_room_change_title_key_en ON room_change (title_key_en)
--
CREATE INDEX ix_room_change_title_key_tr ON room_change (title_key_tr)
--
CREATE TABLE taking_part (
  id VARCHAR(32) NOT NULL,
  title_key_tr BLOB,
  title_key_en BLOB,
  item_id VARCHAR(32),
  member_id VARCHAR(32),
  CONSTRAINT pk_taking_part PRIMARY KEY (id),
  CONSTRAINT fk_taking_part_item_id FOREIGN KEY(item_id) REFERENCES programme_item (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_taking_part_member_id FOREIGN KEY(member_id) REFERENCES delegation_member (id) DEFERRABLE INITIALLY DEFERRED
)
--
CREATE INDEX ix_taking_part_item_id ON taking_part (item_id)
--
CREATE INDEX ix_taking_part_member_id ON taking_part (member_id)
--
CREATE INDEX ix_taking_part_title_key_en ON taking_part (title_key_en)
--
CREATE INDEX ix_taking_part_title_key_tr ON taking_part (title_key_tr)
