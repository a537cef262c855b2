#!/usr/bin/env python3
"""Is an event as sure as it says? Per step of confidence, how many dated events are right.

usage: calibration.py PROGRAM ARTICLES.jsonl GOLD.jsonl

Imports the annotated articles into a fresh database. A row is an event mention dated `stated` or `context`; it is right
where the gold has an event with the same day in the same sentence, or a time there that dates one. Of the rows with a
confidence of 0.9 and more, nine in ten should be right. Skips, and says so, where the files are missing.
"""
import collections, json, os, sqlite3, subprocess, sys, tempfile

if len(sys.argv) != 4: sys.exit(__doc__)
program, articles_file, gold_file = sys.argv[1:]
for path in (articles_file, gold_file):
    if not os.path.exists(path):
        print(f'skipped: {path} is not there')
        sys.exit(0)

rows = lambda path: [json.loads(line) for line in open(path, encoding='utf-8')]
gold = {g['id']: g for g in rows(gold_file)}
articles = {a['id']: a for a in rows(articles_file) if a['id'] in gold}
with tempfile.TemporaryDirectory() as folder:
    source, database = os.path.join(folder, 'articles.jsonl'), os.path.join(folder, 'news.db')
    with open(source, 'w', encoding='utf-8') as out:
        for a in articles.values():
            kept = {k: a[k] for k in ('id', 'title', 'text', 'published', 'url', 'outlet') if a.get(k)}
            out.write(json.dumps(kept, ensure_ascii=False) + '\n')
    run = subprocess.run([program, 'import', source, '--db', database], capture_output=True, text=True)
    if run.returncode: sys.exit(f'import exited {run.returncode}: {run.stderr[:500]}')
    db = sqlite3.connect(f'file:{database}?mode=ro', uri=True)
    db.row_factory = sqlite3.Row
    ids = {r['external_id']: r['article_id'] for r in db.execute('SELECT article_id, external_id FROM article')}
    spans = collections.defaultdict(list)
    for r in db.execute('SELECT article_id, start_char, char_count FROM sentence'):
        spans[r['article_id']].append((r['start_char'], r['start_char'] + r['char_count']))
    told = [dict(r) for r in db.execute(
        'SELECT t.confidence, t.date_from, t.date_to, t.date_basis, t.title, e.article_id, e.start_char FROM evidence e '
        "JOIN timeline t USING (event_id) WHERE t.date_basis IN ('stated', 'context') AND e.start_char IS NOT NULL")]

day = lambda d: d and d[:10]


def loosely(text, start, length):
    """Annotators differ on "X부터", "X까지": as the unit or as a range open on one side."""
    return any(w in text[start:start + length + 4] for w in ('부터', '까지', '이후', '이전', '이래'))


def same(want, got, loose):
    if want == got: return True
    pairs = list(zip(want, got))
    return loose and any(a == b and a for a, b in pairs) and all(a == b or not a or not b for a, b in pairs)


tally = collections.Counter()
for key, g in gold.items():
    article, text = ids.get(key), articles[key]['text']
    wanted = []
    open_events = set()
    for t in g['times']:
        if t.get('event') is None or not (t.get('from') or t.get('to')): continue
        loose = loosely(text, t['start'], len(t['text']))
        if loose: open_events.add(t['event'])
        wanted.append((t['start'], (day(t['from']), day(t['to'])), loose))
    for number, e in enumerate(g['events']):
        if (e.get('from') or e.get('to')) and e['basis'] in ('stated', 'context'):
            wanted.append((e['trigger_start'], (day(e['from']), day(e['to'])), number in open_events))
    for row in told:
        if row['article_id'] != article or not (row['date_from'] or row['date_to']): continue
        at = row['start_char']
        begin, end = next(((a, b) for a, b in spans[article] if a <= at < b), (at, at + 1))
        got = (day(row['date_from']), day(row['date_to']))
        right = any(begin <= start < end and same(want, got, loose) for start, want, loose in wanted)
        step = min(int(row['confidence'] * 10 + 1e-9), 9)
        tally[step, 'all'] += 1
        tally[step, 'right'] += right

print('confidence   rows  right')
for step in range(10):
    if tally[step, 'all']:
        print(f'{step / 10:.1f}-{(step + 1) / 10:.1f}     {tally[step, "all"]:5}  {100 * tally[step, "right"] / tally[step, "all"]:4.0f}%')
