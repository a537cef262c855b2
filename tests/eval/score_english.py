#!/usr/bin/env python3
"""Score `timeline extract` on English articles that were written for this project, with what a reader finds in them.

usage: score_english.py TIMELINE_BINARY [ARTICLES.txt] [--failures]
ARTICLES.txt (default: english/articles.txt beside this script) says at its top what its lines mean.

  events      recall: of the expected events, how many have an event whose evidence or trigger lies in their words;
              precision: of all events told in the body, how many are expected
  type        of the events found, how many have one of the expected types
  day         of the events found, how many have the expected date (<= : no own date, or the day itself)
  status      of the events found
  who         of the events found that name somebody, how many name him among those who take part, or in the title
  lead        of the articles whose first expected event has a day of its own, how many have an event of that day among the
              first two, one of the headline included
  quotations  recall, and of those found, how many name the speaker
  quantities  recall, with number and unit
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile


def read(path):
    articles = []
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('#') or not line:
            continue
        if line.startswith('== '):
            published, title = line[3:].split(' | ', 1)
            articles.append({'published': published, 'title': title, 'lines': [], 'E': [], 'O': [], 'Q': [], 'N': []})
        elif re.match(r'[EOQN] .* \| ', line):
            articles[-1][line[0]].append([cell.strip() for cell in line[2:].split('|')])
        else:
            articles[-1]['lines'].append(line)
    for number, article in enumerate(articles):
        article['id'], article['text'] = str(number), '\n'.join(article['lines'])
    return articles


def extract(binary, articles):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for article in articles:
            file.write(json.dumps({key: article[key] for key in ('id', 'title', 'text', 'published')}, ensure_ascii=False) + '\n')
        file.flush()
        run = subprocess.run([*binary.split(), 'extract', '--jobs', '1', file.name], capture_output=True)
    if run.returncode not in (0, 5):
        sys.exit(f'timeline extract exited {run.returncode}: {run.stderr.decode()[:500]}')
    return {one['article']['id']: one for one in map(json.loads, run.stdout.decode().splitlines())}


def place(text, words):
    at = text.find(words)
    if at < 0:
        sys.exit(f'not in the article: {words}')
    return at, at + len(words)


def inside(span, start, end):
    return span['start'] < end and start < span['start'] + span['length']


def date_text(event):
    if event.get('date_basis') not in ('stated', 'context'):
        return '-'
    date = event.get('date') or {}
    return f"{(date.get('from') or '')[:10]}/{(date.get('to') or '')[:10]}"


def interval(day):
    """The expected EDTF as "from/to"."""
    if day in ('-', '') or day.startswith('<='):
        return '-'
    low, high = day.split('/') if '/' in day else (day, day)
    last = {4: '-12-31', 10: ''}
    first = {4: '-01-01', 7: '-01', 10: ''}
    if len(high) == 7:
        year, month = map(int, high.split('-'))
        days = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        high += f'-{days}'
    elif high != '..':
        high += last[len(high)]
    low = '' if low == '..' else low + first[len(low)]
    return f"{low}/{'' if high == '..' else high}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('binary')
    arguments.add_argument('articles', nargs='?', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), 'english', 'articles.txt'))
    arguments.add_argument('--failures', action='store_true', help='print what was missed or wrong')
    args = arguments.parse_args()
    articles = read(args.articles)
    extractions = extract(args.binary, articles)
    tally = {}

    def count(name, good, what):
        ok, total = tally.get(name, (0, 0))
        tally[name] = (ok + bool(good), total + 1)
        if not good and args.failures:
            print(f'{name:11} {what}')

    for article in articles:
        if args.failures:
            print(f"== {article['published']} {article['title']}")
        one, text = extractions[article['id']], article['text']
        body = [s['role'] != 'title' for s in one['sentences']]
        names = lambda event: ' '.join(one['entities'][p['entity']].get(key) or '' for p in event['participants'] if p['role'] not in ('place', 'source')
                                       for key in ('name', 'name_en'))
        told = [event for event in one['events'] if body[event['sentence']]]
        first = article['E'][0][3]
        if len(first) == 10 and first[0] != '<':
            count('lead', any(date_text(event) == interval(first) for event in one['events'][:2]),
                  f"{first} {[(event.get('title'), date_text(event)) for event in one['events'][:2]]}")
        used = set()
        for words, types, who, day, status in article['E']:
            start, end = place(text, words)
            near = [n for n, event in enumerate(told) if n not in used and inside(event['trigger'], start, end)]
            near = near or [n for n, event in enumerate(told) if n not in used and inside(event['evidence'], start, end)]
            near.sort(key=lambda n: told[n]['type'] not in types.split(','))
            count('recall', near, words)
            if not near:
                continue
            used.add(near[0])
            event = told[near[0]]
            label = f"{words} -> {event['type']}: {event.get('title')} [{date_text(event)} {event['status']}]"
            count('type', event['type'] in types.split(','), f'{label} not {types}')
            got = date_text(event)
            right = got == interval(day) or day.startswith('<=') and got == f'{day[2:]}/{day[2:]}'
            count('day', right, f'{label} not {day}')
            count('status', event['status'] == status, f'{label} not {status}')
            if who != '-':
                count('who', who.lower() in f"{names(event)} {event.get('title_en') or ''}".lower(), f'{label} ({names(event)}) not {who}')
        beside = set()
        for words, types, _, day, _ in article['O']:
            start, end = place(text, words)
            for n, event in enumerate(told):
                if inside(event['trigger'], start, end) and event['type'] in types.split(','):
                    got = date_text(event)
                    if got in ('-', interval(day)) or day.startswith('<=') and got == f'{day[2:]}/{day[2:]}':
                        beside.add(n)
        for n, event in enumerate(told):
            count('precision', n in used or n in beside, f"{event['type']}: {event.get('title')} [{date_text(event)}] <{event['evidence']['text']}>")
        for words, speaker in article['Q']:
            start, end = place(text, words)
            near = [quote for quote in one['quotations'] if inside(quote, start, end)]
            count('quotations', near, words)
            if near:
                entity = near[0].get('speaker')
                said = (one['entities'][entity].get('name') or '') if entity is not None else ''
                said += ' ' + (near[0].get('speaker_text') or '')
                count('speaker', speaker.lower() in said.lower(), f'{words}: {said} not {speaker}')
        for words, value in article['N']:
            start, end = place(text, words)
            amount, unit = value.replace(' about', '').split(' ')
            low, high = (amount.split('..') + [''])[:2] if '..' in amount else (amount, amount)
            close = lambda want, got: want == '*' or not want or got is not None and abs(float(want) - got) < 1e-6 * max(1, abs(got))
            near = [q for q in one['quantities'] if inside(q, start, end)]
            count('quantities', any(close(low, q.get('low')) and close(high, q.get('high')) and q.get('unit') == unit for q in near),
                  f"{words}: {[(q.get('low'), q.get('high'), q.get('unit')) for q in near]} not {value}")
    for name in ('recall', 'precision', 'type', 'day', 'status', 'who', 'lead', 'quotations', 'speaker', 'quantities'):
        ok, total = tally.get(name, (0, 0))
        print(f'{name:11} {ok} of {total}  {100 * ok / max(total, 1):.1f} %')


if __name__ == '__main__':
    main()
