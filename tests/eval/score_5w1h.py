#!/usr/bin/env python3
"""Score `timeline extract` on English articles in which people marked who, what, when, where.

usage: score_5w1h.py TIMELINE_BINARY CASES.jsonl [--failures FILE]
CASES.jsonl has one object a line: {"id", "title", "text", "published", "outlet", "url", "gold": {"when": [{"text", "parsed"}], …}}.

Counts the articles that have a "when" with a parsed day, and of these the ones in which that day is the date of one of
the first two events, in the order of the text (an event of the headline first, as `extract` writes them).
  day     the event's own date, stated or from the context, begins on that day (date_from)
  bound   the same, or the event is known only not to be later than its publication, and that was on that day
  any     one of all events of the article has the day
Some of the marked days are not what the words say ("Sunday" = a Monday); they stay in the count.
Skips with a word where the file is missing.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile


def extract(binary, cases):
    """The extraction of each case: {id: extraction}."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as articles:
        for case in cases:
            fields = {key: case[key] for key in ('id', 'title', 'text', 'published', 'url', 'outlet') if case.get(key)}
            articles.write(json.dumps(fields, ensure_ascii=False) + '\n')
        articles.flush()
        run = subprocess.run([*binary.split(), 'extract', '--jobs', '1', articles.name], capture_output=True)
    if run.returncode not in (0, 5):
        sys.exit(f'timeline extract exited {run.returncode}: {run.stderr.decode()[:500]}')
    return {one['article']['id']: one for one in map(json.loads, run.stdout.decode().splitlines())}


def day_of(event):
    date = event.get('date') or {}
    basis = event.get('date_basis')
    return (date.get('from') or date.get('to') or '')[:10], basis in ('stated', 'context')


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('binary')
    arguments.add_argument('cases')
    arguments.add_argument('--failures', help='write the articles that fail "day" there, one JSON object a line')
    args = arguments.parse_args()
    if not os.path.exists(args.cases):
        print(f'skipped: {args.cases} is not there')
        return
    cases = [json.loads(line) for line in open(args.cases, encoding='utf-8')]
    cases = [case for case in cases if any(when.get('parsed') for when in case['gold']['when'])]
    found = extract(args.binary, cases)
    counts = {'day': 0, 'bound': 0, 'any': 0}
    failures = []
    for case in cases:
        wanted = {when['parsed'] for when in case['gold']['when'] if when.get('parsed')}
        events = found.get(case['id'], {}).get('events', [])
        days = [day_of(event) for event in events]
        good = any(own and day in wanted for day, own in days[:2])
        counts['day'] += good
        counts['bound'] += any(day in wanted for day, _ in days[:2])
        counts['any'] += any(own and day in wanted for day, own in days)
        if not good:
            failures.append({'id': case['id'], 'title': case['title'], 'published': case.get('published'),
                             'when': case['gold']['when'],
                             'events': [[event.get('title'), *day] for event, day in zip(events, days)][:4]})
    for name, count in counts.items():
        print(f'{name:6} {count} of {len(cases)}  {100 * count / max(len(cases), 1):.1f} %')
    if args.failures:
        with open(args.failures, 'w', encoding='utf-8') as file:
            for failure in failures:
                file.write(json.dumps(failure, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
