"""The offline map of the world: outlines, projection, marks of partners, and all of it as one drawing."""

from dipdesk.papers.world.clusters import Cluster, Clusters
from dipdesk.papers.world.figure import FINE_FROM, WORLD, Bounds, framed, source_note, world_figure
from dipdesk.papers.world.land import Patch, patches
from dipdesk.papers.world.marks import (
    PIN,
    STAR,
    Mark,
    Pin,
    Sign,
    cluster_radius,
    cluster_shapes,
    pin_shape,
    star_place,
    star_shape,
)
from dipdesk.papers.world.outlines import Detail
from dipdesk.papers.world.projection import ASPECT, project

__all__ = [
    "ASPECT",
    "FINE_FROM",
    "PIN",
    "STAR",
    "WORLD",
    "Bounds",
    "Cluster",
    "Clusters",
    "Detail",
    "Mark",
    "Patch",
    "Pin",
    "Sign",
    "cluster_radius",
    "cluster_shapes",
    "framed",
    "patches",
    "pin_shape",
    "project",
    "source_note",
    "star_place",
    "star_shape",
    "world_figure",
]
