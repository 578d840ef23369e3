"""The numbered colours of Excel's file formats, and what a tint makes of a colour."""

from collections.abc import Sequence
from colorsys import hls_to_rgb, rgb_to_hls

# [ECMA-376] 18.8.27 and [MS-XLS] 2.5.161: the colours 8 to 63; 0 to 7 are the first eight of them again
_FROM_8 = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 "
    "C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF "
    "800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC "
    "99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split()
INDEXED: Sequence[str] = (*_FROM_8[:8], *_FROM_8)


def tinted(colour: str, tint: float) -> str:
    """The colour made lighter by a tint up to 1, or darker by one down to -1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, saturation = rgb_to_hls(red, green, blue)
    tint = max(-1.0, min(tint, 1.0))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, light, saturation))
