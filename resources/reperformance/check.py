"""Checks a re-performance kit of a SOC 2 engagement: draws every sample again, computes every size, rate and upper
limit again, hashes every file again, and compares all of it with the figures attached to the signed report.

    python3 check.py [KIT] [--json]     KIT is a folder or a .zip; by default the folder of this file

Exit code 0: everything agrees; 4: something does not, and the place is named; 2: there is no kit.
Needs Python 3.8 or later and nothing else. check.js does the same in JavaScript. README.txt explains the files."""
import hashlib, json, math, os, re, sys, zipfile, zlib

problems = []
checked = {'files': 0, 'rows': 0, 'samples': 0, 'items': 0, 'results': 0, 'evidence': 0, 'figures': 0}

def sha256(content):
    return hashlib.sha256(content.encode('utf-8') if isinstance(content, str) else content).hexdigest()
def problem(code, place, message):
    problems.append({'code': code, 'place': place, 'message': message})
def show(value):
    return 'none' if value is None else str(value).lower() if isinstance(value, bool) else str(value)
def differs(code, place, what, recorded, again):
    if type(recorded) is not type(again) or recorded != again:
        problem(code, place, f'{what}: on record {show(recorded)}, again {show(again)}')
def text_order(text):
    return text.encode('utf-8')

# ---- The kit: a folder or an archive ----
def open_kit(place):
    if os.path.isdir(place):
        names = [os.path.relpath(os.path.join(folder, name), place).replace(os.sep, '/')
                 for folder, _, files in os.walk(place) for name in files]
        def read(name):
            if name not in names:
                return None
            with open(os.path.join(place, *name.split('/')), 'rb') as file:
                return file.read()
        return names, read
    archive = zipfile.ZipFile(place)
    return archive.namelist(), lambda name: archive.read(name) if name in archive.NameToInfo else None

def check_files(kit, index):
    names, read = kit
    for file in index['files']:
        content = read(file['path'])
        checked['files'] += 1
        if content is None:
            problem('file-missing', file['path'], 'the file is not in the kit')
        elif sha256(content) != file['sha256'] or len(content) != file['size']:
            problem('file-altered', file['path'], f"SHA-256: on record {file['sha256']}, again {sha256(content)}")
    listed = {'kit.json'} | {file['path'] for file in index['files']}
    for name in sorted(names, key=text_order):
        if name not in listed:
            problem('file-unlisted', name, 'the file is in the kit but not in its index')

# ---- Populations ----
def canonical(value):
    """JSON without spaces and with sorted keys: the text that a population's hash is made of."""
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
def population_hash(population):
    names = ['fileSha256', 'sheet', 'encoding', 'delimiter', 'dateColumn', 'stratumColumn']
    identity = {name: population[name] for name in names}
    keys = population['keyColumns']
    identity['keyColumn'] = keys if len(keys) > 1 else (keys[0] if keys else None)
    identity['filters'] = [{name: one[name] for name in ('kind', 'column', 'values')} for one in population['filters']]
    return sha256(canonical(identity))
def cell_of(cells, columns, column):
    at = columns.index(column) if column in columns else len(cells)
    return cells[at] if at < len(cells) else ''

def filter_keeps(rule, row, columns):
    values = rule['values']
    if rule['kind'] == 'withinPeriod':
        return row['day'] is None or values[0] <= row['day'] <= values[1]
    if rule['kind'] == 'columnEquals':
        return cell_of(row['cells'], columns, rule['column']) in values
    if rule['kind'] == 'columnNotEquals':
        return cell_of(row['cells'], columns, rule['column']) not in values
    return row['key'] not in values

def check_population(kit, population):
    """Reads the rows of a population, checks each, and gives those that the filters keep."""
    content = kit[1](population['rows'])
    if content is None:
        return []
    rows, columns, filters = population['rows'], population['columns'], population['filters']
    differs('rows-digest', rows, 'digest of the rows', population['rowsSha256'], sha256(content))
    recorded = population['populationSha256']
    differs('population-hash', rows, 'hash of the population', recorded, population_hash(population))
    lines = content.decode('utf-8').split('\n')[:-1]
    removed, keys, records, before = [0 for _ in filters], set(), [], 1
    for line in lines:
        number, key, day, kept, cells = json.loads(line)
        place = f'{rows} row {number}'
        if not number > before:
            problem('row-number', place, f'the row does not come after row {before}')
        row, before = {'rowNumber': number, 'key': key, 'day': day, 'cells': cells}, number
        parts = [cell_of(cells, columns, name) for name in population['keyColumns']]
        differs('row-key', place, 'key', key, ' | '.join(parts))
        date = '' if population['dateColumn'] is None else cell_of(cells, columns, population['dateColumn']).strip()
        if re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2}', date):  # a time with an offset depends on the time zone
            differs('row-day', place, 'day', day, date)
        if key.strip() == '' or key in keys:
            problem('row-key', place, f'the key {key} is blank or repeated')
        keys.add(key)
        left_out_by = [at for at, one in enumerate(filters) if not filter_keeps(one, row, columns)][:1]
        for at in left_out_by:
            removed[at] += 1
        differs('row-filter', place, 'kept by the filters', kept, not left_out_by)
        records += [row] if kept else []
    checked['rows'] += len(lines)
    differs('population-count', rows, 'rows', population['rowsInFile'], len(lines))
    differs('population-count', rows, 'records', population['recordCount'], len(records))
    for index, one in enumerate(filters):
        differs('population-count', rows, f"rows left out by {one['code']}", one['removedRows'], removed[index])
    return records

# ---- Draws ----
def in_ticket_order(records, seed):
    """The records in the order of their tickets: consistent sampling (Rivest, 2018)."""
    prefix = sha256(seed)
    return sorted(records, key=lambda record: str(int(sha256(prefix + record['key']), 16)).rjust(64, '0')[::-1])

def draw_systematic(records, seed, size):
    """Every so many-th record of the list sorted by key, from a start that the seed gives."""
    ordered = sorted(records, key=lambda record: text_order(record['key']))
    interval = len(ordered) // size
    start = int(sha256(sha256(seed) + 'systematic-sampler/1'), 16) % max(interval, 1)
    return [ordered[start + index * interval] for index in range(size if interval else 0)]

def draw_stratified(records, seed, size, allocation):
    strata = {}
    for record in records:
        strata.setdefault(record['stratum'], []).append(record)
    names = sorted(strata, key=text_order)
    given = {one['stratum']: one['items'] for one in allocation or []}
    counts = [len(strata[name]) for name in names]
    shares = allocate(counts, size) if allocation is None else [given.get(name, 0) for name in names]
    return [record for name, share in zip(names, shares) for record in in_ticket_order(strata[name], seed)[:share]]

def allocate(counts, size):
    """In proportion by largest remainder, at least one each where the size allows it."""
    single = set()
    while True:
        opened = [index for index in range(len(counts)) if index not in single]
        total_open = sum(counts[index] for index in opened)
        rest = size - len(single)
        whole = {index: rest * counts[index] // total_open for index in opened}
        left = rest - sum(whole.values())
        for index in sorted(opened, key=lambda at: (-(rest * counts[at] % total_open), at))[:left]:
            whole[index] += 1
        empty = [] if size < len(counts) else [index for index in opened if whole[index] == 0]
        if not empty:
            return [1 if index in single else whole[index] for index in range(len(counts))]
        single.update(empty)

def is_random(plan):
    drawn = plan['method'] in ('simpleRandom', 'systematic', 'stratified')
    return plan['basis'] not in ('all', 'targeted') and drawn

def redraw(family, records):
    """The keys of a family in the order of their sequence, drawn again."""
    first, items = family['plans'][0], family['items']
    if first['basis'] == 'all':
        return [record['key'] for record in records]
    if not is_random(first):
        return first['chosenKeys'] + [item['key'] for item in items[len(first['chosenKeys']):]]
    seed, size = first['seed'], first['chosenSize']
    base = {
        'simpleRandom': lambda: in_ticket_order(records, seed)[:size],
        'systematic': lambda: draw_systematic(records, seed, size),
        'stratified': lambda: draw_stratified(records, seed, size, first.get('allocation')),
    }[first['method']]()
    taken = {record['key'] for record in base}
    rest = [record for record in records if record['key'] not in taken] if len(items) > len(base) else []
    opened = in_ticket_order(rest, seed)
    keys = [record['key'] for record in base]
    for item in items[len(base):]:
        in_stratum = first['method'] == 'stratified' and item['replacementOf'] is not None
        at = next((at for at, one in enumerate(opened) if not in_stratum or one['stratum'] == item['stratum']), -1)
        keys.append(None if at < 0 else opened.pop(at)['key'])
    return keys

def check_draw(place, family, population, records):
    first, items = family['plans'][0], family['items']
    column = first['stratumColumn']
    has_stratum = column in population['columns']
    strata = [dict(row, stratum=cell_of(row['cells'], population['columns'], column) if has_stratum else None)
              for row in records]
    by_key = {row['key']: row for row in strata}
    keys = redraw(family, strata)
    for index in range(max(len(keys), len(items))):
        recorded = items[index]['key'] if index < len(items) else None
        again = keys[index] if index < len(keys) else None
        differs('pick', f'{place} item {index + 1}', 'record drawn', recorded, again)
    for item in items:
        row, where = by_key.get(item['key']), f"{place} item {item['ordinal']}"
        if row is None:
            problem('pick', where, f"{item['key']} is not a record of the population")
        elif [row['rowNumber'], row['day'], row['stratum']] != [item['rowNumber'], item['occurredOn'], item['stratum']]:
            problem('pick', where, f"row, day or stratum of {item['key']} are not those of the population")
    for plan in (one for one in family['plans'] if one['drawnAt'] is not None):
        drawn = [item for item in items if item['planId'] == plan['id'] and item['replacementOf'] is None]
        where = f"{place} plan {plan['id']}"
        differs('sample-size', where, 'items drawn', plan['chosenSize'], len(drawn))
        recorded = plan['drawnPopulationSha256']
        differs('population-hash', where, 'population drawn from', recorded, population['populationSha256'])
        differs('population-count', where, 'records drawn from', plan['drawnPopulationCount'], len(records))

# ---- Sizes and limits: whole numbers throughout, so that nothing is rounded ----
# A population is ('large', part, whole) with a rate, or ('counted', size, deviations).
def choose(n, k):
    return math.comb(n, k) if 0 <= k <= n else 0
def weight(model, n, k):
    """The weight of exactly k deviations among n items."""
    kind, first, second = model
    if kind == 'counted':
        return choose(second, k) * choose(first - second, n - k)
    return choose(n, k) * first ** k * (second - first) ** (n - k) if k <= n else 0
def total(model, n):
    return choose(model[1], n) if model[0] == 'counted' else model[2] ** n
def at_most(model, n, k):
    return sum(weight(model, n, found) for found in range(min(k, n) + 1))
def is_within_risk(model, n, k, risk):
    return at_most(model, n, k) * 10000 <= risk * total(model, n)
def first_where(low, high, holds):
    """The first number from low to high at which a condition holds that, once it holds, goes on to hold; or None."""
    if low > high or not holds(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
def intolerable(rate, size):
    return ('large', rate, 10000) if size is None else ('counted', size, rate * size // 10000 + 1)

def statistical_size(rates, size):
    """The smallest n with P(X <= k) at most the risk, k being the expected rate times n, rounded up."""
    model, k = intolerable(rates['tolerableRate'], size), 0
    while True:
        most = 10000 if size is None else min(size, 10000)
        n = first_where(0, most, lambda items: is_within_risk(model, items, k, rates['risk']))
        if n is None:
            return None if size is None else (size, rates['tolerableRate'] * size // 10000)
        if rates['expectedRate'] * n <= k * 10000:
            return n, k
        k += 1
def uses_count(items, size):
    return size < 2000 or items * 20 > size
def planned_size(rates, size):
    finite, infinite = statistical_size(rates, size), statistical_size(rates, None)
    return finite[0] if infinite is None or uses_count(finite[0], size) else infinite[0]

def further_items(first, size):
    """Items to add after one deviation more than allowed, so that the risk of both stages together stays as planned."""
    rates, n = first['rates'], first['chosenSize']
    is_counted = uses_count(n, size)
    model = intolerable(rates['tolerableRate'], size if is_counted else None)
    k = statistical_size(rates, size)[1]
    within, last, everything = at_most(model, n, k), weight(model, n, k + 1), total(model, n)
    after = ('counted', size - n, max(model[2] - k - 1, 0)) if is_counted else model
    def is_enough(more):
        risked = within * total(after, more) + last * weight(after, more, 0)
        return risked * 10000 <= rates['risk'] * everything * total(after, more)
    return first_where(0, min(10000, size - n) if is_counted else 10000, is_enough)

def guided_size(rule, size):
    if rule['kind'] == 'all' or (rule['kind'] == 'share' and size <= rule['allUpTo']):
        return size
    if rule['kind'] == 'items':
        return min(rule['items'], size)
    if size > rule['beyond']:
        return min(rule['beyondItems'], size)
    return min(max(-(-size * rule['percent'] // 100), rule['minimum']), rule['maximum'], size)

def guided(plan, size):
    """A top-up of an interim sample takes what guidance over all records of the period leaves for its own."""
    before = plan['interim'] or {'records': 0, 'items': 0}
    return min(size, max(1, guided_size(plan['guidance'], size + before['records']) - before['items']))

def size_of(first, plan):
    size = plan['drawnPopulationCount']
    if plan['parentId'] == first['id'] and first['rates'] is not None:
        further = further_items(first, size)
        return plan['chosenSize'] if further is None else further
    if plan['parentId'] is not None:
        return plan['computedSize']
    if plan['basis'] == 'statistical':
        return planned_size(plan['rates'], size)
    if plan['basis'] == 'frequencyGuidance':
        return guided(plan, size)
    return size if plan['basis'] == 'all' else plan['chosenSize']
def check_sizes(place, family):
    for plan in (one for one in family['plans'] if one['drawnAt'] is not None):
        again = size_of(family['plans'][0], plan)
        where = f"{place} plan {plan['id']}"
        differs('plan-size', where, 'size that the plan gives', plan['computedSize'], again)
        if plan['chosenSize'] < again and (plan['overrideReason'] or '').strip() == '':
            problem('plan-size', where, f"{plan['chosenSize']} items instead of {again} without a reason")

def upper_limit(n, k, risk, size):
    """The one-sided exact limit: millionths of a large population, records of a counted one."""
    if uses_count(n, size):
        most = size - (n - k)
        first = first_where(k, most + 1, lambda d: d > most or is_within_risk(('counted', size, d), n, k, risk))
        return {'distribution': 'hypergeometric', 'count': k if n == size else first - 1}
    found = first_where(0, 1000000, lambda m: is_within_risk(('large', m, 1000000), n, k, risk))
    return {'distribution': 'binomial', 'millionths': 1000000 if k == n else found}

# ---- Results, rates, evidence ----
def under_test(family):
    plans = {plan['id'] for plan in family['plans'] if plan['status'] in ('drawn', 'expanded')}
    return [item for item in family['items'] if item['planId'] in plans and item['status'] != 'replaced']
def result_of(item, attribute):
    return next((one['result'] for one in item['results'] if one['attribute'] == attribute), None)

def check_rate(place, test, family):
    first, rate = family['plans'][0], family['rate']
    if rate is None:
        return
    keys, items = [attribute['key'] for attribute in test['attributes']], under_test(family)
    counting = sum(any(result_of(item, key) != 'notApplicable' for key in keys) for item in items)
    deviating = sum(any(result_of(item, key) == 'deviation' for key in keys) for item in items)
    differs('rate', place, 'items that count', rate['items'], counting)
    differs('rate', place, 'items with a deviation', rate['deviating'], deviating)
    if first['basis'] != 'statistical' or counting == 0:
        return
    size = first['drawnPopulationCount']
    limit = upper_limit(counting, deviating, first['rates']['risk'], size)
    differs('limit', place, 'upper limit', canonical(rate['limit']), canonical(limit))
    part, whole = (limit['millionths'], 1000000) if limit['distribution'] == 'binomial' else (limit['count'], size)
    supports = part * 10000 <= first['rates']['tolerableRate'] * whole
    differs('limit', place, 'limit within the tolerable rate', rate['supportsReliance'], supports)

def check_results(place, test):
    items = [item for family in test['families'] for item in under_test(family)]
    for attribute in test['attributes']:
        for kind in ('pass', 'deviation', 'notApplicable'):
            again = sum(result_of(item, attribute['key']) == kind for item in items)
            differs('result', f"{place} attribute {attribute['key']}", f'results “{kind}”', attribute[kind], again)
    standing, found = {(one['itemId'], one['attribute']) for one in test['deviations']}, set()
    for item in (item for family in test['families'] for item in family['items']):
        for result in item['results']:
            checked['results'] += 1
            if result['result'] != 'deviation':
                continue
            found.add((item['id'], result['attribute']))
            if (item['id'], result['attribute']) not in standing:
                where = f"{place} item {item['ordinal']} attribute {result['attribute']}"
                problem('deviation', where, 'a deviation is in the grid but not on record')
    for one in test['deviations']:
        if None not in (one['itemId'], one['attribute']) and (one['itemId'], one['attribute']) not in found:
            problem('deviation', f"{place} {one['code']}", 'the deviation is on record but not in the grid')

def check_test(index, name, test, populations):
    for number, family in enumerate(test['families']):
        place = f'{name} sample {number + 1}'
        checked['samples'] += 1
        checked['items'] += len(family['items'])
        if not family['items'] and all(plan['drawnAt'] is None for plan in family['plans']):
            continue
        if family['populationId'] not in populations:
            problem('population-missing', place, 'the kit does not hold the population drawn from')
        else:
            check_draw(place, family, *populations[family['populationId']])
        check_sizes(place, family)
        check_rate(place, test, family)
    check_results(name, test)

def check_evidence(kit, index, tests):
    known = {file['sha256'] for file in index['evidence']}
    for name, test in tests.items():
        for item in [item for family in test['families'] for item in family['items']] + test['deviations']:
            digests = item['evidence'] + [one for result in item.get('results', []) for one in result['evidence']]
            label = f"item {item['ordinal']}" if 'ordinal' in item else item['code']
            for digest in (one for one in digests if one not in known):
                problem('evidence-unknown', f'{name} {label}', f'no file {digest} is on record')
    for file in (one for one in index['evidence'] if one['path'] is not None):
        content = kit[1](file['path'])
        checked['evidence'] += 1
        if content is not None:
            differs('evidence-altered', f"{file['path']} ({file['name']})", 'SHA-256', file['sha256'], sha256(content))

# ---- The report ----
def carries(pdf, content):
    """Whether a document carries these bytes as an attached file: one of its compressed streams unpacks to them."""
    at = pdf.find(b'stream')
    while at >= 0:
        start = at + 6 + (2 if pdf[at + 6:at + 7] == b'\r' else 1)
        if pdf[start:start + 1] == b'\x78':
            try:
                if zlib.decompressobj().decompress(pdf[start:pdf.find(b'endstream', start)]) == content:
                    return True
            except zlib.error:
                pass
        at = pdf.find(b'stream', at + 6)
    return False

BASES = {'statistical': 'statistical', 'frequencyGuidance': 'frequency', 'all': 'all'}
METHODS = {'simpleRandom': 'random', 'judgmental': 'targeted'}

def expected_figures(tests, populations):
    """What the report must say of each of its tests, from the kit alone; of a superseded sample the items tested."""
    expected = {}
    for test in tests.values():
        if test['figure'] is not None:
            expected[test['figure']] = (None, len({one['itemId'] for one in test['deviations']}), None)
        for family in (one for one in test['families'] if one['figure'] is not None):
            first = family['plans'][0]
            tested = [item for item in family['items'] if any(one['result'] is not None for one in item['results'])]
            items = tested if first['status'] == 'superseded' else under_test(family)
            ids = {item['id'] for item in items if item['status'] == 'selected'}
            is_all = first['basis'] == 'all'
            population = populations.get(family['populationId'], ({},))[0]
            sample = {
                'population': population.get('title'), 'populationSize': first['drawnPopulationCount'],
                'items': len(ids), 'basis': BASES.get(first['basis'], 'judgmental'),
                'method': 'none' if is_all else METHODS.get(first['method'], first['method']),
                'seed': None if is_all else first['seed'], 'algorithm': None if is_all else first['algorithm'],
                'populationDigest': first['drawnPopulationSha256'],
            }
            deviating = {one['itemId'] for one in test['deviations'] if one['itemId'] in ids}
            expected[family['figure']] = (sample, len(deviating), len(ids))
    return expected

def check_report(kit, index, tests, populations):
    report = index['report']
    pdf, content = (None, None) if report is None else (kit[1](report['pdf']), kit[1](report['figures']))
    if pdf is None or content is None:
        return
    differs('report-altered', report['pdf'], 'SHA-256 of the signed report', report['pdfSha256'], sha256(pdf))
    if not carries(pdf, content):
        problem('figures-altered', report['figures'], 'these are not the figures attached to the report')
    figures = json.loads(content)
    differs('figure', report['figures'], 'record number', figures['recordNumber'], report['recordNumber'])
    expected = expected_figures(tests, populations)
    for test in figures['tests']:
        place = f"{report['figures']} {test['id']}"
        checked['figures'] += 1
        if test['id'] not in expected:
            problem('figure', place, 'the kit holds no such test')
            continue
        sample, deviating, tested = expected[test['id']]
        if tested is not None:
            differs('figure', place, 'items tested', test['tested'], tested)
        if test['outcome'] in ('deviations', 'noDeviations'):
            differs('figure', place, 'items with a deviation', test['deviating'], deviating)
        if (test['sample'] is None) != (sample is None):
            problem('figure', place, 'a sample is on one side only')
        elif sample is not None:
            for name in sample:
                differs('figure', place, name, test['sample'][name], sample[name])
    deviations = sum(test['deviating'] for test in figures['tests'])
    differs('figure', report['figures'], 'deviations in all', figures['deviations'], deviations)

# ---- All of it ----
def guarded(place, work):
    try:
        return work()
    except Exception:  # whatever a falsified file may bring about is a finding, not an end
        problem('unreadable', place, 'cannot be read as a part of a kit')
        return None

def check_kit(kit):
    index = json.loads(kit[1]('kit.json'))
    if index['schema'] != 'tickmark-kit/1':
        raise ValueError('not a kit that this checker knows')
    guarded('kit.json', lambda: check_files(kit, index))
    populations, tests = {}, {}
    for one in index['populations']:
        populations[one['id']] = (one, guarded(one['rows'], lambda: check_population(kit, one)) or [])
    for name in index['tests']:
        test = guarded(name, lambda: json.loads(kit[1](name)))
        if test is not None:
            guarded(name, lambda: check_test(index, name, test, populations))
            tests[name] = test
    guarded('kit.json', lambda: check_evidence(kit, index, tests))
    guarded('report', lambda: check_report(kit, index, tests, populations))
    return dict({name: index[name] for name in ('client', 'system', 'journal')}, hasReport=index['report'] is not None,
                checked=checked, agrees=not problems, problems=problems)
def describe(result):
    counts = ', '.join(f'{count} {what}' for what, count in result['checked'].items())
    lines = [f"{result['client']}: {result['system']}", f'Checked: {counts}.']
    lines += [] if result['hasReport'] else ['No report is signed yet, so no figures were compared.']
    lines += ['Everything agrees.' if result['agrees'] else f"Places that do not agree: {len(result['problems'])}"]
    return '\n'.join(lines + [f"- {one['place']}: {one['message']} ({one['code']})" for one in result['problems']])
def main():
    words = sys.argv[1:]
    place = next((word for word in words if not word.startswith('--')), os.path.dirname(os.path.abspath(__file__)))
    try:
        result = check_kit(open_kit(place))
    except Exception as error:
        sys.stderr.write(f'There is no kit at {place} ({error}).\n')
        return 2
    text = json.dumps(result, ensure_ascii=False) if '--json' in words else describe(result)
    sys.stdout.buffer.write(f'{text}\n'.encode('utf-8'))
    return 0 if result['agrees'] else 4
if __name__ == '__main__':
    sys.exit(main())
