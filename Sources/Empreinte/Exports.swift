// People import one module and get what they need to load, evaluate and report.
@_exported public import EmpreinteAnalysis
@_exported public import EmpreinteDeliberation
@_exported public import EmpreinteModel
@_exported public import EmpreintePacks
@_exported public import EmpreintePublicodes
@_exported public import EmpreinteText
@_exported public import EmpreinteUnits
