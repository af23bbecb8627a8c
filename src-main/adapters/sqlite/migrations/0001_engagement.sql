CREATE TABLE `acceptance_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`note` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "acceptance_answer_answer_check" CHECK("answer" in ('yes', 'no', 'notApplicable'))
) STRICT;

CREATE TABLE `acceptance_form` (
	`id` text PRIMARY KEY NOT NULL,
	`conclusion` text,
	`safeguards` text NOT NULL,
	`concluded_by` text,
	`concluded_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`concluded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "acceptance_form_conclusion_check" CHECK("conclusion" in ('accept', 'acceptWithSafeguards', 'decline'))
) STRICT;

CREATE TABLE `access_exception` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`key` text NOT NULL,
	`code` text NOT NULL,
	`subject_key` text NOT NULL,
	`subject` text NOT NULL,
	`list` text NOT NULL,
	`rows` text NOT NULL,
	`words` text NOT NULL,
	`standing` integer NOT NULL,
	`disposition` text,
	`reason` text NOT NULL,
	`evidence_ids` text NOT NULL,
	`decided_by` text,
	`decided_on` text,
	`answer` text NOT NULL,
	`answered_by` text NOT NULL,
	`answered_on` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `access_review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_exception_rows_check" CHECK(json_valid("rows")),
	CONSTRAINT "access_exception_standing_check" CHECK("standing" in (0, 1)),
	CONSTRAINT "access_exception_disposition_check" CHECK("disposition" in ('deviation', 'notDeviation', 'designObservation', 'toClient')),
	CONSTRAINT "access_exception_evidence_ids_check" CHECK(json_valid("evidence_ids"))
) STRICT;

CREATE TABLE `access_list` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`source_system` text NOT NULL,
	`query` text NOT NULL,
	`extracted_by` text NOT NULL,
	`as_of` text,
	`stated_count` integer,
	`evidence_id` text NOT NULL,
	`file_sha256` text NOT NULL,
	`sheet` text,
	`encoding` text,
	`delimiter` text,
	`columns` text NOT NULL,
	`mapping` text NOT NULL,
	`row_count` integer NOT NULL,
	`rows_sha256` text NOT NULL,
	`remarks` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `access_review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_file`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_list_kind_check" CHECK("kind" in ('users', 'roster', 'terminations', 'roleMatrix', 'privileged', 'approvers', 'grants', 'requests', 'review', 'laterUsers')),
	CONSTRAINT "access_list_columns_check" CHECK(json_valid("columns")),
	CONSTRAINT "access_list_mapping_check" CHECK(json_valid("mapping")),
	CONSTRAINT "access_list_remarks_check" CHECK(json_valid("remarks")),
	CONSTRAINT "access_list_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `access_match` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`account_key` text NOT NULL,
	`person_key` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `access_review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_match_decision_check" CHECK("decision" in ('confirmed', 'rejected'))
) STRICT;

CREATE TABLE `access_result` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`test_id` text NOT NULL,
	`attribute_id` text NOT NULL,
	`run_id` text NOT NULL,
	`items` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `access_review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`test_id`) REFERENCES `test`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attribute_id`) REFERENCES `attribute`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `access_run`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_result_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `access_review` (
	`id` text PRIMARY KEY NOT NULL,
	`workpaper_id` text NOT NULL,
	`title` text NOT NULL,
	`as_of` text NOT NULL,
	`reviewed_on` text,
	`due_on` text,
	`figures` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`workpaper_id`) REFERENCES `workpaper`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_review_figures_check" CHECK(json_valid("figures"))
) STRICT;

CREATE TABLE `access_rule_run` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`figures` text NOT NULL,
	`population` integer NOT NULL,
	`compared` integer NOT NULL,
	`exceptions` integer NOT NULL,
	`missing` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `access_run`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_rule_run_figures_check" CHECK(json_valid("figures")),
	CONSTRAINT "access_rule_run_missing_check" CHECK(json_valid("missing"))
) STRICT;

CREATE TABLE `access_run` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`inputs_sha256` text NOT NULL,
	`result_sha256` text NOT NULL,
	`rules_version` text NOT NULL,
	`as_of` text NOT NULL,
	`lists` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `access_review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_run_lists_check" CHECK(json_valid("lists"))
) STRICT;

CREATE TABLE `addendum` (
	`id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`author_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE `applied_migration` (
	`number` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL
) STRICT;

CREATE TABLE `attribute` (
	`id` text PRIMARY KEY NOT NULL,
	`test_id` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`test_id`) REFERENCES `test`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attribute_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `attribute_result` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`attribute_id` text NOT NULL,
	`result` text,
	`note` text NOT NULL,
	`observation` text NOT NULL,
	`tested_on` text NOT NULL,
	`tested_by` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `sample_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attribute_id`) REFERENCES `attribute`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tested_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attribute_result_result_check" CHECK("result" in ('pass', 'deviation', 'notApplicable'))
) STRICT;

CREATE TABLE `client` (
	`id` text PRIMARY KEY NOT NULL,
	`legal_name` text NOT NULL,
	`short_name` text NOT NULL,
	`address` text NOT NULL,
	`industry` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL
) STRICT;

CREATE TABLE `client_contact` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`email` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "client_contact_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `commitment` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`categories` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "commitment_kind_check" CHECK("kind" in ('commitment', 'requirement')),
	CONSTRAINT "commitment_categories_check" CHECK(json_valid("categories")),
	CONSTRAINT "commitment_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `complementary_control` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subservice_id` text,
	`number` text NOT NULL,
	`text` text NOT NULL,
	`criteria` text NOT NULL,
	`control_ids` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`subservice_id`) REFERENCES `subservice_organization`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "complementary_control_kind_check" CHECK("kind" in ('user', 'subservice')),
	CONSTRAINT "complementary_control_criteria_check" CHECK(json_valid("criteria")),
	CONSTRAINT "complementary_control_control_ids_check" CHECK(json_valid("control_ids")),
	CONSTRAINT "complementary_control_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `conclusion` (
	`id` text PRIMARY KEY NOT NULL,
	`criterion_code` text NOT NULL,
	`result` text NOT NULL,
	`failed_by` text,
	`rationale` text NOT NULL,
	`relies_on_user_controls` integer NOT NULL,
	`relies_on_subservice_controls` integer NOT NULL,
	`compensating_control_ids` text NOT NULL,
	`concluded_by` text NOT NULL,
	`concluded_at` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`concluded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conclusion_result_check" CHECK("result" in ('met', 'metWithDeviations', 'notMet', 'notAssessable')),
	CONSTRAINT "conclusion_failed_by_check" CHECK("failed_by" in ('design', 'operation')),
	CONSTRAINT "conclusion_relies_on_user_controls_check" CHECK("relies_on_user_controls" in (0, 1)),
	CONSTRAINT "conclusion_relies_on_subservice_controls_check" CHECK("relies_on_subservice_controls" in (0, 1)),
	CONSTRAINT "conclusion_compensating_control_ids_check" CHECK(json_valid("compensating_control_ids"))
) STRICT;

CREATE TABLE `control` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`owner_title` text NOT NULL,
	`nature` text NOT NULL,
	`type` text NOT NULL,
	`frequency` text NOT NULL,
	`risk` text NOT NULL,
	`start_date` text,
	`end_date` text,
	`status` text NOT NULL,
	`library_id` text,
	`home_criterion` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "control_nature_check" CHECK("nature" in ('manual', 'automated', 'itDependentManual')),
	CONSTRAINT "control_type_check" CHECK("type" in ('preventive', 'detective', 'corrective')),
	CONSTRAINT "control_frequency_check" CHECK("frequency" in ('annual', 'semiannual', 'quarterly', 'monthly', 'weekly', 'daily', 'multiplePerDay', 'perOccurrence', 'continuousAutomated')),
	CONSTRAINT "control_risk_check" CHECK("risk" in ('low', 'high')),
	CONSTRAINT "control_status_check" CHECK("status" in ('draft', 'agreed', 'retired'))
) STRICT;

CREATE TABLE `criterion` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`category` text NOT NULL,
	`series` text NOT NULL,
	`common` integer NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`position` integer NOT NULL,
	`in_scope` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "criterion_common_check" CHECK("common" in (0, 1)),
	CONSTRAINT "criterion_in_scope_check" CHECK("in_scope" in (0, 1))
) STRICT;

CREATE TABLE `description_section` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`text` text NOT NULL,
	`none_to_report` integer NOT NULL,
	`misstated` integer NOT NULL,
	`misstatement` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "description_section_none_to_report_check" CHECK("none_to_report" in (0, 1)),
	CONSTRAINT "description_section_misstated_check" CHECK("misstated" in (0, 1))
) STRICT;

CREATE TABLE `deviation` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`test_id` text NOT NULL,
	`item_id` text,
	`attribute_id` text,
	`nature` text NOT NULL,
	`occurred_on` text,
	`cause` text NOT NULL,
	`extent` text NOT NULL,
	`isolated` text NOT NULL,
	`isolation_proof` text NOT NULL,
	`compensating_control_ids` text NOT NULL,
	`effect` text NOT NULL,
	`evaluation` text NOT NULL,
	`deficiency` text NOT NULL,
	`management_response` text NOT NULL,
	`agreed_by` text NOT NULL,
	`agreed_on` text,
	`status` text NOT NULL,
	`reviewed_by` text,
	`withdrawn_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`test_id`) REFERENCES `test`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `sample_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attribute_id`) REFERENCES `attribute`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deviation_isolated_check" CHECK("isolated" in ('yes', 'no', 'unknown')),
	CONSTRAINT "deviation_compensating_control_ids_check" CHECK(json_valid("compensating_control_ids")),
	CONSTRAINT "deviation_deficiency_check" CHECK("deficiency" in ('none', 'control', 'criterion')),
	CONSTRAINT "deviation_status_check" CHECK("status" in ('identified', 'underEvaluation', 'evaluated', 'closed'))
) STRICT;

CREATE TABLE `engagement` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`firm_id` text NOT NULL,
	`kind` text NOT NULL,
	`report_kind` text NOT NULL,
	`type` text NOT NULL,
	`as_of_date` text,
	`period_start` text,
	`period_end` text,
	`time_zone` text NOT NULL,
	`categories` text NOT NULL,
	`system_name` text NOT NULL,
	`standards_profile` text NOT NULL,
	`criteria_set` text NOT NULL,
	`risk_of_overreliance` integer NOT NULL,
	`planned_report_date` text,
	`prior_engagement` text,
	`status` text NOT NULL,
	`status_reason` text,
	`locked_at` text,
	`retention_end` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`firm_id`) REFERENCES `firm`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "engagement_kind_check" CHECK("kind" in ('examination', 'readiness')),
	CONSTRAINT "engagement_report_kind_check" CHECK("report_kind" in ('soc2', 'soc3')),
	CONSTRAINT "engagement_type_check" CHECK("type" in ('I', 'II')),
	CONSTRAINT "engagement_categories_check" CHECK(json_valid("categories")),
	CONSTRAINT "engagement_standards_profile_check" CHECK(json_valid("standards_profile")),
	CONSTRAINT "engagement_status_check" CHECK("status" in ('draft', 'accepted', 'planning', 'fieldwork', 'wrapUp', 'issued', 'assembling', 'locked', 'cancelled'))
) STRICT;

CREATE TABLE `evidence_blob` (
	`sha256` text PRIMARY KEY NOT NULL,
	`blob_id` text NOT NULL,
	`size` integer NOT NULL
) STRICT;

CREATE UNIQUE INDEX `evidence_blob_blob_id_unique` ON `evidence_blob` (`blob_id`);

CREATE TABLE `evidence_chunk` (
	`blob_id` text NOT NULL,
	`position` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`blob_id`, `position`)
) STRICT;

CREATE TABLE `evidence_file` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`original_name` text NOT NULL,
	`size` integer NOT NULL,
	`mime` text NOT NULL,
	`received_on` text NOT NULL,
	`source_person` text NOT NULL,
	`source_system` text NOT NULL,
	`as_of` text,
	`covers_from` text,
	`covers_to` text,
	`redacted` integer NOT NULL,
	`request_id` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `evidence_request`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_file_redacted_check" CHECK("redacted" in (0, 1))
) STRICT;

CREATE TABLE `evidence_link` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`target_kind` text NOT NULL,
	`target_id` text NOT NULL,
	`place` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_file`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_link_target_kind_check" CHECK("target_kind" in ('workpaper', 'procedure', 'test', 'ipeTest', 'population', 'sampleItem', 'attributeResult', 'deviation', 'letter', 'subsequentEvent')),
	CONSTRAINT "evidence_link_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `evidence_request` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`description` text NOT NULL,
	`due_date` text,
	`status` text NOT NULL,
	`control_ids` text NOT NULL,
	`covers_from` text,
	`covers_to` text,
	`remarks` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "evidence_request_status_check" CHECK("status" in ('draft', 'sent', 'received', 'accepted', 'rejected', 'withdrawn')),
	CONSTRAINT "evidence_request_control_ids_check" CHECK(json_valid("control_ids"))
) STRICT;

CREATE TABLE `field_version` (
	`entity` text NOT NULL,
	`row_id` text NOT NULL,
	`field` text NOT NULL,
	`version` text NOT NULL,
	`value` text NOT NULL,
	`lamport` integer NOT NULL,
	`device` text NOT NULL,
	PRIMARY KEY(`entity`, `row_id`, `field`, `version`)
) STRICT;

CREATE TABLE `file_fact` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;

CREATE TABLE `firm` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`city` text NOT NULL,
	`state` text NOT NULL,
	`licence_number` text NOT NULL,
	`retention_years` integer NOT NULL,
	`quality_review_required` integer NOT NULL,
	`section_order` text NOT NULL,
	`paper` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "firm_quality_review_required_check" CHECK("quality_review_required" in (0, 1)),
	CONSTRAINT "firm_section_order_check" CHECK("section_order" in ('auditorFirst', 'managementFirst')),
	CONSTRAINT "firm_paper_check" CHECK("paper" in ('letter', 'a4'))
) STRICT;

CREATE TABLE `gate_reason` (
	`id` text PRIMARY KEY NOT NULL,
	`gate` text NOT NULL,
	`target` text NOT NULL,
	`reason` text NOT NULL,
	`fact` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL
) STRICT;

CREATE TABLE `ipe_test` (
	`id` text PRIMARY KEY NOT NULL,
	`population_id` text NOT NULL,
	`method` text NOT NULL,
	`direction` text NOT NULL,
	`result` text NOT NULL,
	`detail` text NOT NULL,
	`count_in_system` integer,
	`count_in_file` integer,
	`performed_by` text NOT NULL,
	`performed_on` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`population_id`) REFERENCES `population`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`performed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ipe_test_method_check" CHECK("method" in ('observeExtraction', 'reconcileToIndependentSource', 'sampleToSource', 'reviewQuery', 'sequenceCheck')),
	CONSTRAINT "ipe_test_direction_check" CHECK("direction" in ('completeness', 'accuracy')),
	CONSTRAINT "ipe_test_result_check" CHECK("result" in ('pass', 'fail')),
	CONSTRAINT "ipe_test_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `journal` (
	`position` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`device` text NOT NULL,
	`sequence` integer NOT NULL,
	`entry` text NOT NULL,
	`signature` text NOT NULL
) STRICT;

CREATE UNIQUE INDEX `journal_hash_unique` ON `journal` (`hash`);

CREATE TABLE `letter` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`signatories` text NOT NULL,
	`covers_from` text,
	`covers_to` text,
	`as_of_date` text,
	`system_name` text NOT NULL,
	`categories` text NOT NULL,
	`subservice_id` text,
	`exceptions` text NOT NULL,
	`evidence_id` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`subservice_id`) REFERENCES `subservice_organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_file`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letter_kind_check" CHECK("kind" in ('engagement', 'assertion', 'representation', 'subserviceAssertion', 'subserviceRepresentation')),
	CONSTRAINT "letter_signatories_check" CHECK(json_valid("signatories")),
	CONSTRAINT "letter_categories_check" CHECK(json_valid("categories")),
	CONSTRAINT "letter_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `location` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "location_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `mapping` (
	`id` text PRIMARY KEY NOT NULL,
	`criterion_code` text NOT NULL,
	`control_id` text NOT NULL,
	`role` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`control_id`) REFERENCES `control`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mapping_role_check" CHECK("role" in ('primary', 'supporting')),
	CONSTRAINT "mapping_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `non_relevant_criterion` (
	`id` text PRIMARY KEY NOT NULL,
	`criterion_code` text NOT NULL,
	`reason` text NOT NULL,
	`approved_by` text,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`approved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "non_relevant_criterion_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `note_response` (
	`id` text PRIMARY KEY NOT NULL,
	`note_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `review_note`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE `opinion` (
	`id` text PRIMARY KEY NOT NULL,
	`description` text NOT NULL,
	`design` text NOT NULL,
	`operation` text,
	`evidence_missing` integer NOT NULL,
	`evidence_missing_text` text NOT NULL,
	`pervasive` integer NOT NULL,
	`pervasive_rationale` text NOT NULL,
	`basis` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "opinion_description_check" CHECK("description" in ('unmodified', 'qualified', 'adverse', 'disclaimer')),
	CONSTRAINT "opinion_design_check" CHECK("design" in ('unmodified', 'qualified', 'adverse', 'disclaimer')),
	CONSTRAINT "opinion_operation_check" CHECK("operation" in ('unmodified', 'qualified', 'adverse', 'disclaimer')),
	CONSTRAINT "opinion_evidence_missing_check" CHECK("evidence_missing" in (0, 1)),
	CONSTRAINT "opinion_pervasive_check" CHECK("pervasive" in (0, 1))
) STRICT;

CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`initials` text NOT NULL,
	`email` text,
	`credential` text NOT NULL,
	`is_cpa` integer NOT NULL,
	`public_key` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "person_is_cpa_check" CHECK("is_cpa" in (0, 1))
) STRICT;

CREATE TABLE `population` (
	`id` text PRIMARY KEY NOT NULL,
	`control_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`source_system` text NOT NULL,
	`query` text NOT NULL,
	`extracted_by` text NOT NULL,
	`extracted_on` text,
	`evidence_id` text,
	`file_sha256` text,
	`sheet` text,
	`encoding` text,
	`delimiter` text,
	`columns` text NOT NULL,
	`key_columns` text NOT NULL,
	`date_column` text,
	`stratum_column` text,
	`rows_in_file` integer NOT NULL,
	`record_count` integer NOT NULL,
	`population_sha256` text,
	`rows_sha256` text,
	`stated_count` integer,
	`first_date` text,
	`last_date` text,
	`remarks` text NOT NULL,
	`reconciled_sha256` text,
	`reconciled_by` text,
	`reconciled_at` text,
	`status` text NOT NULL,
	`status_reason` text,
	`zero_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`control_id`) REFERENCES `control`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reconciled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "population_columns_check" CHECK(json_valid("columns")),
	CONSTRAINT "population_key_columns_check" CHECK(json_valid("key_columns")),
	CONSTRAINT "population_remarks_check" CHECK(json_valid("remarks")),
	CONSTRAINT "population_status_check" CHECK("status" in ('defined', 'received', 'reconciled', 'rejected', 'superseded'))
) STRICT;

CREATE TABLE `population_filter` (
	`id` text PRIMARY KEY NOT NULL,
	`population_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`column` text,
	`values` text NOT NULL,
	`reason` text NOT NULL,
	`removed_rows` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`population_id`) REFERENCES `population`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "population_filter_kind_check" CHECK("kind" in ('withinPeriod', 'columnEquals', 'columnNotEquals', 'excludeKeys')),
	CONSTRAINT "population_filter_values_check" CHECK(json_valid("values")),
	CONSTRAINT "population_filter_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `population_row` (
	`population_id` text NOT NULL,
	`row_number` integer NOT NULL,
	`key` text NOT NULL,
	`occurred_on` text,
	`included` integer NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`population_id`, `row_number`),
	CONSTRAINT "population_row_included_check" CHECK("population_row"."included" in (0, 1)),
	CONSTRAINT "population_row_cells_check" CHECK(json_valid("population_row"."cells"))
) STRICT;

CREATE INDEX `population_row_key` ON `population_row` (`population_id`,`key`);

CREATE TABLE `procedure` (
	`id` text PRIMARY KEY NOT NULL,
	`workpaper_id` text NOT NULL,
	`nature` text NOT NULL,
	`text` text NOT NULL,
	`subject` text NOT NULL,
	`performed_by` text NOT NULL,
	`performed_on` text NOT NULL,
	`result` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`workpaper_id`) REFERENCES `workpaper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`performed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "procedure_nature_check" CHECK("nature" in ('inquiry', 'observation', 'inspection', 'reperformance')),
	CONSTRAINT "procedure_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `report` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`report_date` text,
	`release_date` text,
	`supersedes_id` text,
	`supersede_reason` text NOT NULL,
	`status_reason` text,
	`other_information` text NOT NULL,
	`record_number` text,
	`pdf_sha256` text,
	`signed_by` text,
	`signed_at` text,
	`certificate_fingerprint` text,
	`journal_head` text,
	`journal_entries` integer,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`supersedes_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_status_check" CHECK("status" in ('draft', 'underReview', 'readyToSign', 'signed', 'issued', 'superseded', 'withdrawn'))
) STRICT;

CREATE TABLE `review_note` (
	`id` text PRIMARY KEY NOT NULL,
	`workpaper_id` text NOT NULL,
	`anchor` text NOT NULL,
	`text` text NOT NULL,
	`author_id` text NOT NULL,
	`assignee_id` text,
	`status` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`workpaper_id`) REFERENCES `workpaper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_note_status_check" CHECK("status" in ('open', 'responded', 'cleared'))
) STRICT;

CREATE TABLE `sample_item` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`population_key` text NOT NULL,
	`row_number` integer NOT NULL,
	`occurred_on` text,
	`stratum` text,
	`status` text NOT NULL,
	`replacement_of` text,
	`replacement_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `sample_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replacement_of`) REFERENCES `sample_item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sample_item_status_check" CHECK("status" in ('selected', 'replaced', 'notApplicable'))
) STRICT;

CREATE TABLE `sample_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`population_id` text NOT NULL,
	`test_id` text NOT NULL,
	`parent_id` text,
	`basis` text NOT NULL,
	`risk` integer,
	`tolerable_rate` integer,
	`expected_rate` integer,
	`computed_size` integer NOT NULL,
	`chosen_size` integer NOT NULL,
	`override_reason` text,
	`method` text NOT NULL,
	`seed` text,
	`algorithm` text,
	`stratum_column` text,
	`chosen_keys` text NOT NULL,
	`selection_reason` text,
	`stop_rule` text,
	`status` text NOT NULL,
	`status_reason` text,
	`approved_by` text,
	`approved_at` text,
	`drawn_by` text,
	`drawn_at` text,
	`drawn_population_sha256` text,
	`drawn_population_count` integer,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`population_id`) REFERENCES `population`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`test_id`) REFERENCES `test`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `sample_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drawn_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sample_plan_basis_check" CHECK("basis" in ('statistical', 'frequencyGuidance', 'all', 'oneInstance', 'targeted')),
	CONSTRAINT "sample_plan_method_check" CHECK("method" in ('simpleRandom', 'systematic', 'stratified', 'haphazard', 'judgmental')),
	CONSTRAINT "sample_plan_chosen_keys_check" CHECK(json_valid("chosen_keys")),
	CONSTRAINT "sample_plan_status_check" CHECK("status" in ('proposed', 'approved', 'drawn', 'expanded', 'superseded'))
) STRICT;

CREATE TABLE `scope` (
	`id` text PRIMARY KEY NOT NULL,
	`boundary` text NOT NULL,
	`infrastructure` text NOT NULL,
	`software` text NOT NULL,
	`people` text NOT NULL,
	`procedures` text NOT NULL,
	`data` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL
) STRICT;

CREATE TABLE `sign_off` (
	`id` text PRIMARY KEY NOT NULL,
	`workpaper_id` text NOT NULL,
	`level` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`signed_on` text NOT NULL,
	`content_hash` text NOT NULL,
	`manifest_version` integer NOT NULL,
	`heads` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`workpaper_id`) REFERENCES `workpaper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sign_off_level_check" CHECK("level" in ('preparer', 'reviewer', 'manager', 'partner', 'eqr')),
	CONSTRAINT "sign_off_heads_check" CHECK(json_valid("heads"))
) STRICT;

CREATE TABLE `subsequent_event` (
	`id` text PRIMARY KEY NOT NULL,
	`occurred_on` text NOT NULL,
	`description` text NOT NULL,
	`effect` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "subsequent_event_effect_check" CHECK("effect" in ('none', 'disclose', 'modify')),
	CONSTRAINT "subsequent_event_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `subsequent_inquiry` (
	`id` text PRIMARY KEY NOT NULL,
	`covers_to` text NOT NULL,
	`text` text NOT NULL,
	`performed_by` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`performed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;

CREATE TABLE `subservice_organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`service` text NOT NULL,
	`method` text NOT NULL,
	`criteria` text NOT NULL,
	`monitoring_control_ids` text NOT NULL,
	`assertion_planned` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	CONSTRAINT "subservice_organization_method_check" CHECK("method" in ('carveOut', 'inclusive')),
	CONSTRAINT "subservice_organization_criteria_check" CHECK(json_valid("criteria")),
	CONSTRAINT "subservice_organization_monitoring_control_ids_check" CHECK(json_valid("monitoring_control_ids")),
	CONSTRAINT "subservice_organization_assertion_planned_check" CHECK("assertion_planned" in (0, 1)),
	CONSTRAINT "subservice_organization_withdrawn_check" CHECK("withdrawn" in (0, 1))
) STRICT;

CREATE TABLE `team_member` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`independence_confirmed_at` text,
	`independence_statement` text,
	`left_on` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_member_role_check" CHECK("role" in ('staff', 'senior', 'manager', 'partner', 'eqr'))
) STRICT;

CREATE TABLE `test` (
	`id` text PRIMARY KEY NOT NULL,
	`control_id` text NOT NULL,
	`workpaper_id` text NOT NULL,
	`phase` text NOT NULL,
	`instance` text NOT NULL,
	`conclusion` text,
	`conclusion_text` text NOT NULL,
	`status` text NOT NULL,
	`manager_judgment` text,
	`manager_judgment_by` text,
	`compensating_control_ids` text NOT NULL,
	`setting_history` text,
	`concluded_by` text,
	`concluded_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`control_id`) REFERENCES `control`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workpaper_id`) REFERENCES `workpaper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manager_judgment_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concluded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "test_phase_check" CHECK("phase" in ('design', 'operating')),
	CONSTRAINT "test_conclusion_check" CHECK("conclusion" in ('effective', 'effectiveWithDeviations', 'notEffective', 'notTested', 'didNotOperate')),
	CONSTRAINT "test_status_check" CHECK("status" in ('notStarted', 'inProgress', 'concluded', 'reviewed')),
	CONSTRAINT "test_compensating_control_ids_check" CHECK(json_valid("compensating_control_ids"))
) STRICT;

CREATE TABLE `workpaper` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`control_id` text,
	`body` text NOT NULL,
	`assignee_id` text,
	`due_date` text,
	`status` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`created_in` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`control_id`) REFERENCES `control`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workpaper_kind_check" CHECK("kind" in ('planning', 'walkthrough', 'design', 'operating', 'memo', 'uar', 'letter', 'report')),
	CONSTRAINT "workpaper_status_check" CHECK("status" in ('notStarted', 'inProgress', 'prepared', 'reviewed', 'managerApproved', 'partnerApproved', 'locked'))
) STRICT;
