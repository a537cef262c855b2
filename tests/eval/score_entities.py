#!/usr/bin/env python3
"""Score `timeline extract` on names of KLUE-NER: people (PS), organizations and companies (OG), places (LC).

usage: score_entities.py TIMELINE_BINARY NER.jsonl [--source wikitree] [--errors N]
NER.jsonl has one object a line: {"id", "text", "source", "spans": [{"start", "end", "tag"}]}, offsets in characters.

Exact: span and tag are those of the gold. Neighbouring place names with one space between them are joined before they
are compared, as KLUE does (서울 서초구 서초동); the program keeps them apart as places of their own. Relaxed: any overlap
with a gold span of the same tag. Prints precision, recall and F1 of each, and with --errors the first N false and
missed names of each tag. Skips with a word where the file is missing.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

TAGS = {'person': 'PS', 'company': 'OG', 'organization': 'OG', 'place': 'LC'}


def extract(binary, cases):
    """The mentions of each case: {id: [(start, end, tag)]}."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as articles:
        for case in cases:
            articles.write(json.dumps({'id': case['id'], 'text': case['text'], 'published': '2016-06-15'}, ensure_ascii=False) + '\n')
        articles.flush()
        run = subprocess.run([binary, 'extract', '--jobs', '1', articles.name], capture_output=True)
    if run.returncode not in (0, 5):
        sys.exit(f'timeline extract exited {run.returncode}: {run.stderr.decode()[:500]}')
    found = {}
    for line in run.stdout.decode().splitlines():
        one = json.loads(line)
        kinds = [entity['kind'] for entity in one['entities']]
        mentions = []
        for mention in one['mentions']:
            tag = TAGS.get(kinds[mention['entity']])
            if tag:
                mentions.append((mention['start'], mention['start'] + mention['length'], tag))
        found[one['article']['id']] = mentions
    return found


def join_places(text, mentions):
    joined = []
    for start, end, tag in sorted(mentions):
        if joined and tag == 'LC' and joined[-1][2] == 'LC' and text[joined[-1][1]:start] == ' ':
            joined[-1] = (joined[-1][0], end, 'LC')
        else:
            joined.append((start, end, tag))
    return set(joined)


def figures(tp, got, want):
    precision, recall = tp / max(got, 1), tp / max(want, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f'P {precision:.3f} R {recall:.3f} F1 {f1:.3f}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary')
    parser.add_argument('cases')
    parser.add_argument('--source', help='only sentences of this source: wikitree (news) or nsmc (film reviews)')
    parser.add_argument('--errors', type=int, default=0, metavar='N')
    options = parser.parse_args()
    if not os.path.exists(options.cases):
        print(f'skipped: {options.cases} is not there')
        return
    with open(options.cases, encoding='utf-8') as lines:
        cases = [case for case in map(json.loads, lines) if not options.source or case.get('source') == options.source]
    found = extract(options.binary, cases)
    count = {tag: dict.fromkeys(('exact', 'got', 'want', 'got_touched', 'want_touched'), 0) for tag in ('PS', 'OG', 'LC')}
    errors = {(tag, what): [] for tag in count for what in ('false', 'missed')}
    for case in cases:
        text = case['text']
        got_all = join_places(text, found.get(case['id'], []))
        for tag, n in count.items():
            want = {(s['start'], s['end'], tag) for s in case['spans'] if s['tag'] == tag}
            got = {mention for mention in got_all if mention[2] == tag}
            n['exact'] += len(want & got)
            n['got'] += len(got)
            n['want'] += len(want)
            n['got_touched'] += sum(any(g[0] < w[1] and w[0] < g[1] for w in want) for g in got)
            n['want_touched'] += sum(any(g[0] < w[1] and w[0] < g[1] for g in got) for w in want)
            for what, spans in (('false', got - want), ('missed', want - got)):
                for start, end, _ in sorted(spans):
                    errors[tag, what].append(f'{text[max(0, start - 15):start]}[{text[start:end]}]{text[end:end + 15]}')
    total = {key: sum(n[key] for n in count.values()) for key in next(iter(count.values()))}
    print(f'sentences {len(cases)}')
    for tag, n in list(count.items()) + [('all', total)]:
        relaxed_p, relaxed_r = n['got_touched'] / max(n['got'], 1), n['want_touched'] / max(n['want'], 1)
        print(f"{tag:3} exact {figures(n['exact'], n['got'], n['want'])}  relaxed P {relaxed_p:.3f} R {relaxed_r:.3f}  "
              f"(wanted {n['want']}, got {n['got']})")
    for (tag, what), lines in errors.items():
        for line in lines[:options.errors]:
            print(f'{tag} {what}: {line}')


main()
