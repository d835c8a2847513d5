"""Tags that mean harm: every published way out of Jinja's sandbox and docxtpl, and what costs much."""

from __future__ import annotations

from collections.abc import Iterator

from support.templates.hostile_packages import Attack, lines_package

_SAID = frozenset({"TT403", "TT404", "TT405", "TT410", "TT411"})
_LARGE = frozenset({"TT409", "TT411", "TT412"})

DATA: dict[str, object] = {
    "x": [1, "b"],
    "n": 5,
    "s": "chữ",
    "g": {"a": 1},
    "ds": [{"ten": "A", "so": 1}, {"ten": "B", "so": 2}],
}
"""What the tags find when they run."""

ESCAPES = (
    # docxtpl renders without a sandbox: its issues 549 and 632
    "{{ ''.__class__.__mro__[1].__subclasses__()[389](['id'], stdout=-1).communicate() }}",
    '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
    "{{ get_flashed_messages.__class__.__mro__[1].__subclasses__()[90] }}",
    "{{ joiner.__init__.__globals__.__builtins__.open('{canary}').read() }}",
    "{{ namespace.__init__.__globals__.os.system('id') }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ lipsum.__globals__.__builtins__.open('{canary}').read() }}",
    "{{ dict.__base__.__subclasses__() }}",
    "{{ range.__class__.__base__ }}",
    "{{ url_for.__globals__ }}",
    "{{ config.items() }}",
    "{{ request.application.__globals__ }}",
    "{{ self.__init__.__globals__.__builtins__.open('{canary}').read() }}",
    "{{ self._TemplateReference__context.cycler.__init__ }}",
    "{{ self._TemplateReference__context.eval_ctx.environment }}",
    "{{ context.eval_ctx }}{{ environment.loader }}{{ resolve('x') }}{{ missing }}{{ escape }}",
    # CVE-2016-10745: str.format
    "{{ '{0.__class__.__init__.__globals__}'.format(x) }}",
    "{{ '{a.__class__}'.format(a=x) }}",
    "{{ '{0[__class__]}'.format(x) }}",
    "{{ '{:{0.__class__}}'.format(x) }}",
    # CVE-2019-10906: str.format_map
    "{{ '{a.__class__}'.format_map({'a': x}) }}",
    # CVE-2024-56326: the method, kept and called later
    "{% set f = '{0.__class__}'.format %}{{ f(x) }}",
    "{% set f = '{0.__class__}'.format_map %}{{ f({'0': x}) }}",
    "{{ [x] | map('{0.__class__}'.format) | list }}",
    "{% set n = namespace(f='{0.__class__}'.format) %}{{ n.f(x) }}",
    # CVE-2025-27516: the method by the filter attr
    "{{ ('{0.__class__}' | attr('format'))(x) }}",
    "{{ x | map('attr', '__class__') | list }}",
    "{{ x | attr('__class__') }}",
    "{{ x | attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    # CVE-2024-22195, CVE-2024-34064: keys of xmlattr; CVE-2020-28493: urlize
    "{{ {'a onclick': 1} | xmlattr }}",
    "{{ ('a@' * 9999) | urlize }}",
    # CVE-2024-56201: text that gets into the compiled code
    "{{ '{%s}' }}{% set a\"b = 1 %}",
    "{% set x.a'+1+' = 1 %}",
    "{{ g['\\'+__import__(\"os\")+\\''] }}",
    "{% for a, b.c in x %}{% endfor %}",
    # attributes by other doors
    "{{ x['__class__'] }}{{ x['__cl' ~ 'ass__'] }}",
    "{{ x.__getattribute__('__class__') }}",
    "{{ ds | map(attribute='__class__') | list }}",
    "{{ ds | map(attribute='ten.__class__') | list }}",
    "{{ ds | sap_xep('__class__') }}{{ ds | sort(attribute='__class__') }}",
    "{{ ds | groupby('__class__.__mro__') }}",
    "{{ ds | groupby(attribute='ten.__class__') }}",
    "{{ ds | sum(attribute='__len__') }}",
    "{{ ds | unique(attribute='__class__') | list }}",
    "{{ ds | min(attribute='__class__') }}{{ ds | max(attribute='__doc__') }}",
    "{{ ds | selectattr('__class__') | list }}",
    "{{ ds | rejectattr('__class__.__name__', 'eq', 'dict') | list }}",
    "{{ x | join('', attribute='__class__') }}",
    "{{ x | map('string') | map(attribute='__class__') | list }}",
    # generators, coroutines, frames, functions
    "{{ (x | map('string')).gi_frame.f_globals }}",
    "{{ (x | select).gi_code.co_consts }}",
    "{{ x.cr_frame }}{{ x.ag_frame }}",
    "{{ s.upper.__self__ }}{{ s.upper.__func__ }}",
    "{{ s.upper.function }}",
    "{{ range.func_globals }}{{ range.mro() }}",
    "{{ n.__await__() }}",
    "{% for a in x.__aiter__() %}{% endfor %}",
    "{{ n.tb_frame }}",
    # names that are not there
    "{{ khong.__init__.__globals__.__builtins__.open('{canary}').read() }}",
    "{{ khong._undefined_exception }}{{ khong._undefined_obj }}",
    "{{ (khong | default(khong)).__class__ }}",
    "{{ khong.a.b.c.__class__ }}",
    "{{ (khong is defined).__class__ }}",
    # loops and namespaces
    "a{% for y in x %}{{ loop.__class__ }}{{ loop._iterator }}{{ loop._recurse }}{% endfor %}",
    "a{% for y in x %}{{ loop.cycle.__func__ }}{{ loop.changed.__self__ }}{% endfor %}",
    "a{% for y in x %}{{ loop(x) }}{% endfor %}",
    "a{% for y in x recursive %}{{ loop(x) }}{% endfor %}",
    "{% set loop = x %}",
    "{{ namespace()._Namespace__attrs }}{{ namespace().__setitem__ }}",
    "{% set n = namespace(__class__=x) %}{{ n.__class__.__mro__ }}",
    "{% set range.__call__ = 1 %}",
    # other files, code and macros
    "{% include '{canary}' %}",
    "{% include ['{canary}', 'b'] ignore missing %}",
    "{% import '{canary}' as a %}",
    "{% from '{canary}' import a with context %}",
    "{% extends '{canary}' %}",
    "{% macro a() %}{% endmacro %}{{ a.__globals__ }}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{% call(a) x() %}{{ caller() }}{{ caller.__globals__ }}{% endcall %}",
    "{{ varargs }}{{ kwargs }}{{ caller }}",
    "{% block a %}{{ self.a() }}{{ super() }}{% endblock %}",
    "{% filter upper %}{% endfilter %}",
    "{% autoescape false %}{% endautoescape %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% debug %}{% trans %}a{% endtrans %}{% do x.append(1) %}{% break %}",
    "{{ _('a') }}{{ gettext('a') }}{{ ngettext }}",
    # filters of Jinja that are not here
    "{{ x | pprint }}{{ g | tojson }}{{ x | random }}{{ s | urlencode }}{{ n | filesizeformat }}",
    "{{ s | wordwrap(1) }}{{ s | indent(999999999) }}{{ x | slice(9) }}",
    # data is not changed and nothing else is called
    "{{ x.append(1) }}{{ x.pop() }}{{ x.clear() }}{{ x.sort() }}{{ x.extend(x) }}",
    "{{ g.update(a=2) }}{{ g.pop('a') }}{{ g.setdefault('b', 1) }}{{ g.clear() }}",
    "{{ n.to_bytes(9, 'big') }}{{ n.from_bytes }}{{ n.bit_length() }}{{ n.real }}{{ s.encode() }}",
    "{{ s.translate({}) }}{{ s.maketrans(x) }}{{ s.expandtabs(999999999) }}",
    "{{ x() }}{{ s() }}{{ n() }}{{ (s ~ 'a')() }}{{ range(*x) }}{{ range(**g) }}",
    "{{ open('{canary}') }}{{ __import__('os') }}{{ eval('1') }}{{ __builtins__ }}",
)
"""Ways out: each is a finding and reads nothing."""

_MANY = "{% for a in range(99999) %}"
_LONG = "{% set c = 'x' * 1000000 %}"
_GROWN = "{% set m = namespace(a='x', b=[1], c={'a': 1}) %}"

COSTLY: tuple[tuple[str, ...], ...] = (
    # computed while it is compiled, where Jinja folds constants
    ("{{ 10 ** (10**8) }}",),
    ("{{ 7**7**7**7**7 }}{{ 2**(2**40) }}{{ (10**300) ** 9 }}",),
    ("{% if 10 ** (10**8) %}{% endif %}",),
    ("{{ '%999999999d' % 1 }}",),
    ("{{ '%.999999999f' % 1 }}{{ '%0*d' % (999999999, 1) }}",),
    ("{{ '{:>999999999}'.format(1) }}{{ '{:.999999999f}'.format(1.0) }}",),
    ("{{ '{:{w}}'.format(1, w=999999999) }}",),
    ("{{ 'x' * 10**10 }}{{ [1] * 10**10 }}{{ 10**10 * 'x' }}",),
    ("{{ 'x' * -1 ~ 'x' * 999999999 }}",),
    ("{{ ('x' * 999999) * 999999 }}",),
    ("{{ range(10**10) | list }}{{ range(0, 10**30, 1) | length }}",),
    ("{{ '9' * 900000 | int }}{{ ('9' * 900000) | int }}{{ ('9' * 5000) | int * 2 }}",),
    ("{{ " + "9" * 900 + " }}{{ " + "9" * 900 + " ** 2 }}",),
    ("{{ 1e999 }}{{ -1e999 }}{{ 1e308 * 10 }}{{ 1e308 ** 2 }}",),
    ("{{ n ** 999 ** 9 }}{{ n ** -999999 }}{{ 0 ** -1 }}{{ (-8) ** 0.5 }}",),
    # padding, joining, splitting
    ("{{ s.center(999999999) }}{{ s | center(999999999) }}",),
    ("{{ s.ljust(999999999) }}{{ s.rjust(10**30) }}{{ s.zfill(999999999) }}",),
    (_LONG, "{{ c.replace('x', c) }}{{ c.replace('', c) }}{{ c | replace('x', c) }}"),
    (_LONG, "{{ c | list | join(c) }}{{ c.join(c) }}{{ c.split('x') }}"),
    (_LONG, "{{ [c] * 100000 | join }}{{ ([c] * 100000) | join }}{{ ([c] * 99999) | noi(c) }}"),
    (_LONG, "{{ ('%s' * 99999) % ([c] * 99999) }}{{ ('{0}' * 99999).format(c) }}"),
    (_LONG, "{{ ([c] * 99999) | map('upper') | map('lower') | list | length }}"),
    (_LONG, "{{ ([c] * 99999) | unique | list | length }}{{ ([c] * 99999) | sort | join }}"),
    (_LONG, "{% set d = c ~ '' %}{{ ([c] * 99999) == ([d] * 99999) }}{{ d in [c] * 99999 }}"),
    (_LONG, "{{ ([{'a': c}] * 99999) | groupby('a') | length }}{{ ([{'a': c}] * 99999) | sum('a') }}"),
    (
        _LONG,
        "{{ x | batch(999999999, c) }}{{ x | batch(0) }}{{ c | truncate(10**30) }}{{ 1 | round(10**9) }}",
    ),
    (_LONG, "a" + _MANY + "{{ c.title() }}{{ c | in_hoa }}{{ c.find('y') }}{{ c.count('y') }}{% endfor %}"),
    (_LONG, "{{ ('%(a)s' * 100000) % {'a': c} }}{{ ('%1000d' * 99999) % ([1] * 99999) }}"),
    (_LONG, "{{ c | list | join(c) }}{{ ([c] * 100000) | noi(cuoi=' và ') }}"),
    (_LONG, "{{ ([{'a': c}] * 99999) | sap_xep('a') | noi(theo='a') }}"),
    (_LONG, "{% set b = c ~ '' %}{{ b in [c] * 99999 }}{{ [c] * 99999 in [[b] * 99999] }}"),
    # loops
    ("a" + _MANY * 3 + "{% endfor %}" * 3,),
    ("a" + _MANY * 16 + "{% endfor %}" * 16,),
    ("a" + _MANY + "{{ s }}" + "{% endfor %}",) * 60,
    (_LONG, "a" + _MANY + "{{ c }}{% endfor %}"),
    ("a" + _MANY + "{% set y = range(99999) %}{% endfor %}",),
    ("a" + _MANY + "{{ range(99999) | map('string') | join | length }}{% endfor %}",),
    (_GROWN, "a" + _MANY + "{% set m.a = m.a ~ m.a %}{% endfor %}"),
    (_GROWN, "a" + _MANY + "{% set m.b = m.b + m.b %}{% endfor %}"),
    (_GROWN, "a" + _MANY + "{% set m.b = [m.b, range(9999)] %}{% endfor %}"),
    (_GROWN, "a" + _MANY + "{% set m.c = {'a': m.c, 'b': 'x' * 99999} %}{% endfor %}"),
    (_GROWN, "a" + _MANY + "{% set m.b = m.b + ['x' * 99999] %}{% endfor %}"),
    (_GROWN, _LONG, "a" + _MANY + "{% set m.b = m.b + [c ~ a] %}{% endfor %}"),
    (_GROWN, _LONG, "a" + _MANY + "{% set m.b = m.b + [c[1:]] %}{% endfor %}"),
    (_GROWN, _LONG, "a" + _MANY + "{% set m.b = m.b + [c | upper] %}{% endfor %}"),
    (_GROWN, _LONG, "a" + _MANY + "{% set m.b = m.b + [c.lower()] %}{% endfor %}"),
    ("a{% for a in 'x' * 99999 %}{% for b in loop.cycle(range(99999)) %}{% endfor %}{% endfor %}",),
    (
        "{% set a = [1] %}",
        *["{% set a = [a, a] %}"] * 60,
        "b{% for i in x %}{{ loop.changed(a) }}{% endfor %}",
    ),
    ("{% set a = [1] %}", *["{% set a = [a, a] %}"] * 60, "{{ [a, a] | unique | length }}{{ a is eq a }}"),
    ("{% for a in range(99999) %}", "{% for b in range(99999) %}", "{% endfor %}", "a", "{% endfor %}"),
    ("{% for a in range(5800) %}", "{% for b in range(100) %}", "a", "{% endfor %}", "{% endfor %}"),
    ("{% set a = 'x' %}", *["{% set a = a ~ a %}"] * 60, "{{ a }}"),
    ("{% set a = [1] %}", *["{% set a = [a, a] %}"] * 60, "{{ a == [a] }}{{ 1 in a }}{{ a | unique }}"),
    ("{% set a = 1 %}", *["{% set a = {'a': a, 'b': a} %}"] * 60, "{{ a == {'a': a} }}{{ [a] | sort }}"),
    ("{% set a = 1 %}", *["{% set a = {'a': a, 'b': a} %}"] * 60, "{{ a is eq a }}{{ [a] | map('string') }}"),
    # the template itself
    ("{{ x }}" * 6_000,),
    tuple("{% if n %}a{% endif %}" for _ in range(3_000)),
    ("a{% if n %}" + "{% elif n %}" * 4_990 + "{% endif %}",),
    ("a{% if n %}" * 300 + "{% endif %}" * 300,),
    ("{{ " + "~".join(["n"] * 400) + " }}",) * 4_900,
    ("{{ " + "[" * 300 + "]" * 300 + " }}", "{{ " + "(" * 400 + "1" + ")" * 400 + " }}"),
    ("{{ " + "not " * 240 + "n }}", "{{ " + "-" * 900 + "1 }}", "{{ x" + "[0]" * 300 + " }}"),
    ("{{ n" + " | e" * 200 + " }}", "{{ n" + " if n else n" * 70 + " }}", "{{ n" + " < n" * 230 + " }}"),
    ("{{ " + "{1:" * 190 + "1" + "}" * 190 + " }}", "{{ n" + " is defined" * 80 + " }}"),
    ("{{ '" + "x" * 2_000 + "' }}",),
    ("{{ '" * 50_000,),
    ("{{ “(" * 50_000,),
    ("{# " * 50_000,),
    ("{" * 900_000,),
    ("{%" * 100_000 + "%}" * 100_000,),
)
"""What would cost much: each is a finding, soon and in little memory."""

HARMLESS = (
    "{{ '<w:object/>' | safe }}{{ '</w:t><w:br/>' }}{{ '<?truyenthong 0?>' }}{{ ']]>' }}",
    "{{ '{{ 7*7 }}' }}{{ '{% include x %}' }}",
    "{{r s }}{{ s | e | forceescape }}",
    "{{ '&lt;!ENTITY a \"b\"&gt;' }}",
)
"""What looks like harm and is only printed."""


def tag_attacks(canary: str) -> Iterator[Attack]:
    """All of them; ``canary`` is the path of a file that nothing may read."""
    for number, text in enumerate(ESCAPES):
        lines = (text.replace("{canary}", canary),)
        yield _attack(f"escape {number}: {text}", lines, _SAID)
    for number, texts in enumerate(COSTLY):
        yield _attack(f"cost {number}: {texts[-1][:60]}", texts, _LARGE | {"TT402", "TT403", "TT406"})
    for text in HARMLESS:
        yield _attack(f"harmless: {text}", (text,), frozenset())


def _attack(name: str, lines: tuple[str, ...], codes: frozenset[str]) -> Attack:
    return Attack(name=name, make=lambda: lines_package(lines), codes=codes)
