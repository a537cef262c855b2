-- A small database for tests of what only reads: two articles by two outlets, seven events, four names.
INSERT INTO import_run VALUES (1,NULL,NULL,'0.1','x','{}',0,0,0,0);
INSERT INTO outlet VALUES (1,'다온뉴스'),(2,'한강일보');
INSERT INTO article(article_id,source_key,title,outlet_id,language,published_on,published_basis,body_sha256,content_sha256,import_run_id,body,uri) VALUES
 (1,'a','엔비디아, GPU 26만장 한국 공급',1,'ko','2025-11-01','text','a','a',1,'엔비디아는 지난달 31일 경주에서 GPU 26만장을 한국에 공급한다고 발표했다. 구글은 내년부터 TPU를 판다.','a.txt'),
 (2,'b','엔비디아 GPU',2,'ko','2025-11-01','text','b','b',1,'31일 엔비디아가 GPU 공급 계획을 밝혔다.','b.txt');
INSERT INTO sentence VALUES (1,1,0,0,42,'body','body',0),(2,1,1,43,17,'body','body',0),(3,2,0,0,24,'body','body',0);
INSERT INTO time_expression(time_expression_id,article_id,sentence_id,start_char,char_count,text,kind,date_from,date_to,granularity,edtf,rule) VALUES
 (1,1,1,6,7,'지난달 31일','date','2025-10-31','2025-10-31','day','2025-10-31','past-month-day'),(2,2,3,0,3,'31일','date','2025-10-31','2025-10-31','day','2025-10-31','day');
INSERT INTO entity(entity_id,data_key,kind,name,name_ko,name_en) VALUES (1,'nvidia','company','엔비디아','엔비디아','NVIDIA'),(2,'google','company','구글','구글','Google'),(3,NULL,'person','젠슨 황','젠슨 황','Jensen Huang'),(4,'tpu','product','TPU',NULL,'TPU');
INSERT INTO entity_alias(entity_id,alias,language) VALUES (1,'엔비디아','ko'),(1,'NVIDIA','en'),(1,'NVDA',''),(2,'구글','ko'),(2,'Google','en'),(3,'젠슨 황','ko'),(3,'황 CEO','ko');
INSERT INTO entity_relation(subject_id,type,object_id,origin) VALUES (3,'works_for',1,'data'),(2,'makes',4,'data');
INSERT INTO event_type VALUES (1,'supply','공급','supply'),(2,'release','출시','release'),(3,'speech','연설','speech');
INSERT INTO event(event_id,event_type_id,status,date_from,date_to,granularity,edtf,modifier,date_basis,date_role,day_number,title,title_en,attributed_to,confidence,article_count,source_count,first_published_on) VALUES
 (1,1,'occurred','2025-10-31','2025-10-31','day','2025-10-31',NULL,'stated','announced',2460979,'엔비디아, 한국에 GPU 26만장 공급 발표','NVIDIA announces supply of 260,000 GPUs to Korea',NULL,0.9,2,2,'2025-11-01'),
 (2,1,'expected','2026-01-01','2030-12-31','range','2026/2030',NULL,'stated','happened',2461041,'엔비디아, 한국에 GPU 26만장 공급',NULL,NULL,0.8,1,1,'2025-11-01'),
 (3,2,'planned','2026-01-01',NULL,'year','2026/..','since','stated','happened',2461041,'구글, TPU 판매','Google sells TPU','로이터통신',0.8,1,1,'2025-11-01'),
 (4,2,'occurred','2022-11-01','2022-12-31','year','2022-11/2022-12','end','stated','happened',2459884,'오픈AI, 챗GPT 공개','OpenAI publishes ChatGPT',NULL,0.8,1,1,'2025-11-01'),
 (5,3,'occurred',NULL,'2025-11-01','range','../2025-11-01',NULL,'published','happened',2460980,'젠슨 황, 인터뷰',NULL,NULL,0.5,1,1,'2025-11-01'),
 (6,3,'occurred','2025-02-17','2025-02-23','week','2025-02-17/2025-02-23',NULL,'stated','happened',2460723,'젠슨 황, 매우 긴 제목으로 표의 폭을 넘는 일이 생기는지 시험하는 연설을 하고 또 하며 끝없이 말함 그리고 또 말함',NULL,NULL,0.5,1,1,'2025-11-01'),
 (7,3,'occurred',NULL,NULL,NULL,NULL,NULL,'unknown','happened',NULL,'엔비디아, 무언가 발표',NULL,NULL,0.5,1,1,'2025-11-01');
INSERT INTO event_participant VALUES (1,1,'agent'),(2,1,'agent'),(3,2,'agent'),(3,4,'object'),(5,3,'agent'),(6,3,'agent'),(7,1,'agent');
INSERT INTO event_mention(event_mention_id,event_id,article_id,sentence_id,start_char,char_count,trigger_start_char,trigger_char_count,event_type_id,status,date_from,date_to,granularity,edtf,date_basis,date_role,time_expression_id,title,confidence,rule,anchor) VALUES
 (1,1,1,1,0,30,0,1,1,'occurred','2025-10-31','2025-10-31','day','2025-10-31','stated','announced',1,'t',0.9,'trigger',1),
 (2,1,2,3,0,24,0,1,1,'occurred','2025-10-30','2025-10-30','day','2025-10-30','stated','announced',2,'t',0.9,'trigger',2),
 (3,3,1,2,43,17,0,1,1,'planned','2026-01-01',NULL,'year','2026/..','stated','happened',NULL,'t',0.9,'trigger',3);
INSERT INTO event_search(rowid,title,title_en,names) SELECT event_id,title,title_en,companies FROM timeline;
INSERT INTO article_search(rowid,title,body) SELECT article_id,title,body FROM article;
