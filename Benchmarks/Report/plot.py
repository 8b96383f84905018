"""Draws curves with logarithmic axes as a self-contained SVG."""

import math

WIDTH, HEIGHT, MARGIN = 640, 400, 64
COLORS = ["#1f6feb", "#d1242f", "#1a7f37", "#8250df"]


def draw(title, x_title, y_title, curves):
    """Returns the SVG; curves maps the name of each curve to its points."""
    points = [point for curve in curves.values() for point in curve]
    x_low, x_high = (extreme(math.log10(x) for x, _ in points) for extreme in (min, max))
    y_low = math.floor(min(math.log10(y) for _, y in points))
    y_high = math.ceil(max(math.log10(y) for _, y in points))

    def place(x, y):
        across = (math.log10(x) - x_low) / (x_high - x_low)
        up = (math.log10(y) - y_low) / (y_high - y_low)
        return MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        text(WIDTH / 2, 28, title, "middle", size=15),
        text(WIDTH / 2, HEIGHT - 14, x_title, "middle"),
        text(MARGIN - 44, MARGIN - 18, y_title, "start"),
    ]
    for power in range(y_low, y_high + 1):
        _, y = place(10**x_low, 10**power)
        parts.append(f'<path d="M{MARGIN} {y:.1f}H{WIDTH - MARGIN}" stroke="#d0d7de"/>')
        parts.append(text(MARGIN - 6, y + 4, f"{10.0**power:,g}", "end"))
    for x in sorted({x for x, _ in points}):
        across, _ = place(x, 10**y_low)
        parts.append(text(across, HEIGHT - MARGIN + 18, f"{x:,}", "middle"))
    for number, (name, curve) in enumerate(curves.items()):
        color = COLORS[number % len(COLORS)]
        line = " ".join("{:.1f},{:.1f}".format(*place(x, y)) for x, y in curve)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts.extend('<circle cx="{:.1f}" cy="{:.1f}" r="3" fill="{}"/>'.format(*place(x, y), color) for x, y in curve)
        parts.append(text(MARGIN + 12, MARGIN + 16 * number, name, "start", color=color))
    return "\n".join([*parts, "</svg>", ""])


def text(x, y, words, anchor, color="black", size=12):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{color}" font-size="{size}">{words}</text>'
